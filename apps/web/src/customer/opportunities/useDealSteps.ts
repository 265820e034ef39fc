import { ElMessage } from 'element-plus';
import 'element-plus/theme-chalk/el-message.css';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApiProblem } from '../../shared/api/problem';
import { refusalText } from '../../shared/i18n/refusal-text';
import { currentLocale } from '../../shared/i18n/i18n';
import { type Opportunity, useOpportunitySteps } from './opportunity.queries';
import { type Stage, usePipelines } from './pipeline.queries';
import { missingFor, pipelineOf, stageReasons } from './stage-entry';

export type DealStep =
  | { readonly kind: 'move'; readonly deal: Opportunity; readonly stage: Stage }
  | { readonly kind: 'win' | 'lose' | 'reopen'; readonly deal: Opportunity };

/** Leads deals through their stages: at once where nothing is to be said, else through the dialog of `asked`. */
export function useDealSteps() {
  const { t, te } = useI18n();
  const steps = useOpportunitySteps();
  const { data: pipelines } = usePipelines();
  const asked = shallowRef<DealStep>();

  /** A refusal in the user's words: every reason, with the stage's and the fields' names. */
  function say(failure: unknown): string {
    if (failure instanceof ApiProblem && failure.status === 412) return t('opportunities.refusals.overtaken');
    const reasons = failure instanceof ApiProblem ? stageReasons(failure) : [];
    if (!(failure instanceof ApiProblem) || !failure.code.endsWith('.stage-rule'))
      return refusalText(failure);
    const isEnglish = currentLocale() === 'en';
    return reasons
      .map(({ rule, params = {}, detail }) => {
        const key = `opportunities.refusals.${rule}`;
        const stage = String((isEnglish ? params.stageEn : params.stageZh) ?? '');
        const field = params.field ? t(`opportunities.fields.${String(params.field)}`) : '';
        return te(key) ? t(key, { stage, field }) : detail;
      })
      .join(' ');
  }

  /** True when the deal is where it was to go; false when it stays, or when something must be asked first. */
  async function enter(deal: Opportunity, stage: Stage): Promise<boolean> {
    if (stage.id === deal.stageId) return true;
    if (stage.kind !== 'open') {
      asked.value = { kind: stage.kind === 'won' ? 'win' : 'lose', deal };
      return false;
    }
    const pipeline = pipelineOf(pipelines.value, deal.pipelineId);
    if (pipeline && missingFor(deal, stage, pipeline).length > 0) {
      asked.value = { kind: 'move', deal, stage };
      return false;
    }
    try {
      await steps.move(deal, { stageId: stage.id });
      return true;
    } catch (failure) {
      ElMessage.error({ message: say(failure), duration: 6_000, showClose: true });
      return false;
    }
  }

  const ask = (step: DealStep) => (asked.value = step);
  return { asked, ask, enter, say, pipelines };
}
