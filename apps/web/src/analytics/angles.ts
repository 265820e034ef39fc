/** Angles from which sales are looked at, in the order they are offered; names are the API's. */
export const ANGLES = [
  'year',
  'quarter',
  'month',
  'category',
  'subCategory',
  'brand',
  'product',
  'customerClass',
  'customer',
  'territory',
  'manager',
  'province',
  'owner',
] as const;
export type Angle = (typeof ANGLES)[number];

export const MOST_ANGLES = 3;
const TIME: ReadonlySet<Angle> = new Set(['year', 'quarter', 'month']);

/** What a person looks at next after choosing one value of an angle. */
const NEXT: Readonly<Record<Angle, Angle | null>> = {
  year: 'quarter',
  quarter: 'month',
  month: null,
  category: 'subCategory',
  subCategory: 'brand',
  brand: 'product',
  product: 'customer',
  customerClass: 'customer',
  customer: 'product',
  territory: 'province',
  manager: 'province',
  province: 'customer',
  owner: 'customer',
};

export const isAngle = (name: unknown): name is Angle => (ANGLES as readonly unknown[]).includes(name);
export const isTime = (angle: Angle | undefined): boolean => angle !== undefined && TIME.has(angle);

/**
 * The angles after drilling into one figure: each gives way to the finer one, and those already narrowed to a value
 * are left out. None are left when the lines themselves come next.
 */
export function anglesBelow(angles: readonly Angle[], narrowed: ReadonlySet<string>): Angle[] {
  const below = angles
    .map((angle) => {
      let next = NEXT[angle];
      while (next && narrowed.has(next)) next = NEXT[next] === angle ? null : NEXT[next];
      return next;
    })
    .filter((angle) => angle !== null);
  return [...new Set(below)];
}
