import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteLocationNormalizedLoaded } from 'vue-router';
import { tabKeyOf, useTabs } from '../tabs';

function route(name: string, path: string, params: Record<string, string> = {}, query = ''): RouteLocationNormalizedLoaded {
  return { name, path, params, fullPath: path + query, meta: {} } as unknown as RouteLocationNormalizedLoaded;
}

describe('page tabs', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('has one tab per list and one per thing', () => {
    expect(tabKeyOf(route('customers', '/customers'))).toBe('customers');
    expect(tabKeyOf(route('customer', '/customers/1', { id: '1' }))).toBe('/customers/1');
  });

  it('returns to a list as it was left', () => {
    const tabs = useTabs();
    tabs.visit(route('customers', '/customers', {}, '?q=银行&page=3'));
    tabs.visit(route('customer', '/customers/1', { id: '1' }));
    expect(tabs.placeOf('/customers')).toBe('/customers?q=银行&page=3');
    expect(tabs.placeOf('/audit')).toBe('/audit');
  });

  it('goes to the neighbour when a tab is closed', () => {
    const tabs = useTabs();
    tabs.visit(route('workbench', '/'));
    tabs.visit(route('customers', '/customers', {}, '?page=2'));
    tabs.visit(route('customer', '/customers/1', { id: '1' }));
    expect(tabs.close('/customers/1')).toBe('/customers?page=2');
    expect(tabs.open.map((tab) => tab.key)).toEqual(['workbench', 'customers']);
  });

  it('closes the oldest but the first when there are too many', () => {
    const tabs = useTabs();
    tabs.visit(route('workbench', '/'));
    for (let i = 0; i < 14; i++) tabs.visit(route('customer', `/customers/${i}`, { id: String(i) }));
    expect(tabs.open).toHaveLength(12);
    expect(tabs.open[0]?.key).toBe('workbench');
    expect(tabs.open[1]?.key).toBe('/customers/3');
  });
});
