import { ElMessage } from 'element-plus';
import 'element-plus/theme-chalk/el-message.css';
import { useI18n } from 'vue-i18n';
import { formatDay } from '../../shared/format/dates';
import { problemText } from '../../shared/i18n/problem-text';
import { type Movable, type Time, useMoveEntry } from './calendar.queries';
import { toWall } from './company-clock';

/** Moves an entry and says where it now is, or why it is not. */
export function useEntryMoves() {
  const { t } = useI18n();
  const { mutateAsync, isLoading } = useMoveEntry();

  const say = (to: Time): string => {
    if ('day' in to) return formatDay(to.day);
    const [day = '', time = ''] = toWall(to.startsAt).split('T');
    return `${formatDay(day)} ${time.slice(0, 5)}–${toWall(to.endsAt).slice(11, 16)}`;
  };

  async function move(entry: Movable, to: Time): Promise<boolean> {
    try {
      await mutateAsync({ entry, to });
      ElMessage.success(t('calendar.moved', { when: say(to) }));
      return true;
    } catch (problem) {
      const isStale = (problem as { status?: number }).status === 412;
      ElMessage.error(isStale ? t('calendar.movedMeanwhile') : problemText(problem));
      return false;
    }
  }
  return { move, isMoving: isLoading };
}
