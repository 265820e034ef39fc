import { inject, type InjectionKey, provide, type Ref } from 'vue';
import type { DocumentType } from '../document-type.queries';
import type { FlowDefinition, FlowProblem } from './flow.queries';
import type { Place } from './flow-tree';

/** What is open beside the drawing: a node, or one way of a branch. */
export interface Selection {
  readonly nodeId: string;
  readonly way?: number;
}

/** What every piece of the drawing needs of the page around it. */
export interface FlowContext {
  readonly definition: Readonly<Ref<FlowDefinition>>;
  readonly documentType: Readonly<Ref<DocumentType | undefined>>;
  readonly isFixed: Readonly<Ref<boolean>>;
  readonly selection: Ref<Selection | undefined>;
  /** Nodes that the tried facts lead through; undefined while nothing is tried. */
  readonly route: Readonly<Ref<ReadonlySet<string> | undefined>>;
  /** Node that is being dragged. */
  readonly dragged: Ref<string | undefined>;
  edit(change: (definition: FlowDefinition) => FlowDefinition): void;
  add(place: Place, kind: 'stage' | 'copy' | 'branch'): void;
  problemsOf(nodeId: string, way?: number): readonly FlowProblem[];
}

const KEY: InjectionKey<FlowContext> = Symbol('flow');
export const provideFlow = (context: FlowContext): void => provide(KEY, context);
/** @throws Error outside of a flow's page */
export function useFlowContext(): FlowContext {
  const context = inject(KEY);
  if (!context) throw new Error('A piece of a flow is drawn outside of its page.');
  return context;
}
