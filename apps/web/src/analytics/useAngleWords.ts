import { useI18n } from 'vue-i18n';
import { type Angle, isAngle } from './angles';
import type { Keys } from './sales-matrix';
import { NONE } from './statistics-state';

/** Names of angles and of their values, in the language in use. */
export function useAngleWords() {
  const { t } = useI18n();
  const angle = (name: Angle): string => t(`analytics.angles.${name}`);
  const value = (text: string | null): string =>
    text === null || text === NONE ? t('analytics.noValue') : text;
  const series = (keys: Keys): string =>
    Object.values(keys)
      .map((each) => value(each))
      .join(' · ');
  const filter = (name: string): string => (isAngle(name) ? angle(name) : t('analytics.orderedOn'));
  return { angle, value, series, filter };
}
