/** Clock on the wall of the company's offices. */
export const COMPANY_ZONE = 'Asia/Shanghai';

const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: COMPANY_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant as people there read it, `YYYY-MM-DDTHH:mm:ss`; for files that leave the product. */
export const onCompanyClock = (instant: Date): string => WALL_CLOCK.format(instant).replace(' ', 'T');
