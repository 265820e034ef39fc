import type { ReadAhead } from './api/read-ahead';
import type { Component, Ref } from 'vue';
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Locale key of the page's title. */
    title?: string;
    permission?: string;
    /** Pages anyone may open, such as sign-in. */
    isPublic?: boolean;
    /** Pages that fill the window without the shell around them. */
    isBare?: boolean;
    /** Name of the route one level up, for the breadcrumb. */
    parent?: string;
    /** What the page asks the server for first: it is asked for while the page is still being fetched and drawn. */
    ahead?: () => Promise<ReadAhead>;
  }
}

export interface NavEntry {
  /** Route name. */
  readonly to: string;
  /** Locale key. */
  readonly title: string;
  readonly icon: Component;
  readonly permission?: string;
  readonly group: 'work' | 'analysis' | 'admin';
  readonly order: number;
  /** Shown in the phone's bottom bar, lowest order first. */
  readonly onPhone?: boolean;
  /** How much waits there; called in the set-up of the component that shows it. */
  readonly useCount?: () => Readonly<Ref<number>>;
}

/** Something the command palette can start. */
export interface CommandEntry {
  readonly title: string;
  readonly icon: Component;
  readonly permission?: string;
  readonly to: RouteLocationRaw;
}

/** A figure in the strip at the head of a record, often of another feature; fetched with the first record that is opened. */
export interface SummaryEntry {
  /** Whose strip: the API's word, `customer`. */
  readonly resource: string;
  readonly permission?: string;
  readonly order: number;
  /** Is given the `record` and shows a `SummaryFact`, or nothing while there is nothing to say. */
  readonly component: () => Promise<{ default: Component }>;
}

/** What a feature folder gives the shell through its `index.ts`. */
export interface Feature {
  readonly routes: RouteRecordRaw[];
  readonly nav?: NavEntry[];
  readonly commands?: CommandEntry[];
  /** Where a record of a resource opens, for search results and notifications. */
  readonly records?: Record<string, (id: string) => RouteLocationRaw>;
  readonly summary?: SummaryEntry[];
}
