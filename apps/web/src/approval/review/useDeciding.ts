import { ElMessage } from 'element-plus';
import 'element-plus/theme-chalk/el-message.css';
import { computed, nextTick, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { problemText } from '../../shared/i18n/problem-text';
import { refusalText } from '../../shared/i18n/refusal-text';
import { type Answer, type Approval, useApprovalActions } from '../approval.queries';
import { type AskingAction, isAsking } from './approval-actions';
import { isOvertaken, preciseRefusal } from './refusals';

/** What somebody fills in and decides on an approval's page. One decision at a time: a second tap waits for nothing. */
export function useDeciding(approval: () => Approval | undefined) {
  const { t } = useI18n();
  const actions = useApprovalActions();
  const opinion = ref('');
  const answers = ref<Record<string, Answer>>({});
  const missing = ref<ReadonlySet<string>>(new Set());
  const asked = shallowRef<AskingAction>();
  const isBusy = ref(false);
  /** Why the last decision did not count; it stays in sight until the next one. */
  const refusal = ref('');
  const isDeciding = computed(() => approval()?.allowedActions.includes('approve') ?? false);

  // Answers of another version or stage would be answers to other questions.
  watch(
    () => `${approval()?.snapshotId} ${approval()?.stageName}`,
    () => {
      answers.value = {};
      missing.value = new Set();
    },
  );

  function findMissing(known: Approval): ReadonlySet<string> {
    const open = known.ownChecklist.filter(({ id, isRequired }) => isRequired && !answers.value[id]);
    return new Set(open.map(({ id }) => id));
  }

  function refused(failure: unknown): void {
    if (isOvertaken(failure)) refusal.value = problemText(preciseRefusal(failure));
  }

  async function approve(known: Approval): Promise<void> {
    missing.value = findMissing(known);
    const [first] = missing.value;
    if (first) {
      await nextTick();
      document.getElementById(`item-${first}`)?.scrollIntoView({ block: 'center' });
      return;
    }
    const given = Object.entries(answers.value).map(([id, answer]) => ({ id, answer }));
    await actions.approve(known.id, {
      snapshotId: known.snapshotId!,
      opinion: opinion.value.trim() || null,
      answers: given,
    });
    opinion.value = '';
    ElMessage.success(t('approval.done.approve'));
  }

  async function act(action: string): Promise<void> {
    const known = approval();
    if (!known || isBusy.value) return;
    refusal.value = '';
    if (isAsking(action)) return void (asked.value = action);
    isBusy.value = true;
    try {
      if (action === 'approve') await approve(known);
      else {
        await actions.urge(known.id);
        ElMessage.success(t('approval.done.urge'));
      }
    } catch (failure) {
      if (isOvertaken(failure)) refused(failure);
      else ElMessage.error({ message: refusalText(failure), duration: 6_000, showClose: true });
    } finally {
      isBusy.value = false;
    }
  }
  return { opinion, answers, missing, asked, isBusy, refusal, isDeciding, act, refused };
}
