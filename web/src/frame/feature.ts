import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Permission } from '@/api/contract';

/** Groups of the menu, by work; shown in this order, and only when the person may use a page in them. */
export const menuGroups = ['workbench', 'approval', 'customer', 'upkeep', 'privacy', 'archive', 'audit', 'access', 'system'] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface MenuEntry {
  group: MenuGroup;
  path: string;
  /** Key of the text. */
  title: string;
  /** Any of these suffices; absent: everybody who is signed in. */
  permissions?: Permission[];
  order: number;
  /** The group's icon unless given. */
  icon?: Component;
  /** Stands at the end of the entry: how much waits there. */
  badge?: Component;
}

/** What a feature's `routes.ts` exports; the router and the menu are gathered from all of them. */
export interface Feature {
  routes: RouteRecordRaw[];
  menu?: MenuEntry[];
}

/** What a file `…Tab.ts` of a feature exports: one tab of the customer's page; the component gets `customer`. */
export interface CustomerTab {
  name: string;
  title: string;
  order: number;
  permissions?: Permission[];
  component: Component;
}

/**
 * What a feature's `customerBulk.ts` exports: an act on the customers chosen in their list. The
 * component gets `ids` and emits `done` when they are to be chosen no longer.
 */
export interface CustomerBulk {
  name: string;
  order: number;
  permissions?: Permission[];
  component: Component;
}

/** What a feature's `framePanel.ts` exports: a component the frame mounts once and keeps alive. */
export interface FramePanel {
  component: Component;
  /** In the bar at the top, above the page, which moves down for it, or over a corner of the page. */
  place: 'top' | 'above' | 'corner';
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string;
    permissions?: Permission[];
    /** Shown without the frame, and without being signed in. */
    open?: boolean;
  }
}
