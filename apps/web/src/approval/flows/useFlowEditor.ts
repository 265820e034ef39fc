import { useDebounceFn } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { DocumentType } from '../document-type.queries';
import { checkFlow, type FlowDefinition, type FlowDetail, type FlowProblem } from './flow.queries';
import type { FlowContext, Selection } from './flow-context';
import { freshId, insert } from './flow-edit';

const WAY = /\/branches\/(\d+)/;
const STEPS = 100;

/** The drawing somebody works on: its steps can be taken back, and it is checked as it grows. */
export function useFlowEditor(
  flow: () => FlowDetail | undefined,
  documentType: () => DocumentType | undefined,
  isFixed: () => boolean,
) {
  const { t } = useI18n();
  const definition = shallowRef<FlowDefinition>({ nodes: [] });
  const past = shallowRef<readonly FlowDefinition[]>([]);
  const problems = shallowRef<readonly FlowProblem[]>([]);
  const isChecked = ref(true);
  const selection = shallowRef<Selection>();
  const route = shallowRef<ReadonlySet<string>>();
  const dragged = ref<string>();
  let question: AbortController | undefined;

  // A version that is shown anew replaces the drawing, unless somebody has begun to change it.
  watch(
    flow,
    (known) => {
      if (!known || past.value.length > 0) return;
      definition.value = known.definition;
      problems.value = known.problems;
    },
    { immediate: true },
  );

  async function check(): Promise<void> {
    const kind = flow()?.documentType;
    if (!kind) return;
    question?.abort();
    const asked = (question = new AbortController());
    try {
      const found = await checkFlow(kind, definition.value, asked.signal);
      if (asked !== question) return;
      problems.value = found;
      isChecked.value = true;
    } catch {
      // A half-typed value that is no flow at all, or no connection: the last answer stays until the next change.
    }
  }
  const checkSoon = useDebounceFn(check, 350);

  function edit(change: (known: FlowDefinition) => FlowDefinition): void {
    if (isFixed()) return;
    const changed = change(definition.value);
    if (changed === definition.value) return;
    past.value = [...past.value, definition.value].slice(-STEPS);
    definition.value = changed;
    isChecked.value = false;
    void checkSoon();
  }

  function undo(): void {
    const last = past.value.at(-1);
    if (!last) return;
    past.value = past.value.slice(0, -1);
    definition.value = last;
    if (!last.nodes.some(({ id }) => id === selection.value?.nodeId)) selection.value = undefined;
    isChecked.value = false;
    void checkSoon();
  }

  const add: FlowContext['add'] = (place, kind) => {
    const id = freshId(definition.value, kind);
    const name = kind === 'branch' ? '' : t(`flows.newNames.${kind}`);
    const more = {
      stage: { approvers: [{ kind: 'submitter-leader' as const, level: 1 }], mode: 'all' as const },
      copy: { recipients: [] },
      branch: {},
    };
    edit((known) => insert(known, place, { id, kind, name, ...more[kind] }));
    selection.value = kind === 'branch' ? { nodeId: id, way: 0 } : { nodeId: id };
  };

  const problemsOf: FlowContext['problemsOf'] = (nodeId, way) =>
    problems.value.filter((problem) => {
      const place = WAY.exec(problem.pointer)?.[1];
      return problem.nodeId === nodeId && (place === undefined ? undefined : Number(place)) === way;
    });

  /** What is on the screen is what the server has now. */
  function settle(): void {
    past.value = [];
  }
  return {
    definition,
    documentType: computed(documentType),
    isFixed: computed(isFixed),
    selection,
    route,
    dragged,
    problems,
    isChecked,
    isDirty: computed(() => past.value.length > 0),
    edit,
    undo,
    add,
    problemsOf,
    settle,
  };
}
