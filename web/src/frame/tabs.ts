import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { RouteLocationNormalizedLoaded } from 'vue-router';

export interface PageTab {
  /** One per page: the route's name, or the path when the route has parameters. */
  key: string;
  /** Where the tab was left, query included. */
  fullPath: string;
  /** Key of the title, until the page gives its own. */
  titleKey?: string;
  /** The thing's own name, given by the page. */
  title?: string;
  scroll: number;
}

const most = 12;

export function tabKeyOf(route: Pick<RouteLocationNormalizedLoaded, 'name' | 'path' | 'params'>): string {
  return Object.keys(route.params).length > 0 ? route.path : String(route.name ?? route.path);
}

/** The open pages, which keep their state until closed. */
export const useTabs = defineStore('tabs', () => {
  const open = ref<PageTab[]>([]);

  function find(key: string): PageTab | undefined {
    return open.value.find((tab) => tab.key === key);
  }

  function visit(route: RouteLocationNormalizedLoaded): void {
    const key = tabKeyOf(route);
    const tab = find(key);
    if (tab) tab.fullPath = route.fullPath;
    else {
      open.value.push({ key, fullPath: route.fullPath, titleKey: route.meta.title, scroll: 0 });
      if (open.value.length > most) open.value.splice(1, 1);
    }
  }

  function name(key: string, title: string): void {
    const tab = find(key);
    if (tab) tab.title = title;
  }

  function keepScroll(key: string, scroll: number): void {
    const tab = find(key);
    if (tab) tab.scroll = scroll;
  }

  /** Closes a tab and says where to go when it was the current one. */
  function close(key: string): string {
    const at = open.value.findIndex((tab) => tab.key === key);
    if (at >= 0) open.value.splice(at, 1);
    return open.value[Math.max(0, at - 1)]?.fullPath ?? '/';
  }

  function closeOthers(key: string): void {
    open.value = open.value.filter((tab) => tab.key === key);
  }

  function clear(): void {
    open.value = [];
  }

  /** Where a menu entry leads: to the open tab as it was left, or to the page itself. */
  function placeOf(path: string): string {
    const tab = open.value.find((candidate) => candidate.fullPath.split('?')[0] === path);
    return tab?.fullPath ?? path;
  }

  return { open, visit, name, keepScroll, close, closeOthers, clear, find, placeOf };
});
