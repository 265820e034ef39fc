import { currentLocale } from '../shared/i18n/i18n';

/** What comes in both languages in the one in use. */
export const labelOf = ({ labelZh, labelEn }: { labelZh: string; labelEn: string }): string =>
  currentLocale() === 'en' ? labelEn : labelZh;
export const kindOf = ({ kindLabelZh, kindLabelEn }: { kindLabelZh: string; kindLabelEn: string }): string =>
  currentLocale() === 'en' ? kindLabelEn : kindLabelZh;

/** The calendar day here, `2026-03-01`, so many days from today. */
export const dayFromToday = (offset = 0): string =>
  new Intl.DateTimeFormat('sv-SE').format(new Date(Date.now() + offset * 86_400_000));

/** Product and specification on one line. */
export const nameOf = ({
  productName,
  specification,
}: {
  productName: string;
  specification: string | null;
}) => (specification ? `${productName} · ${specification}` : productName);
