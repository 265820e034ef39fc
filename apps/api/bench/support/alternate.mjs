import { median, quantile, runLoad } from '@juke/tooling/bench';

const SLICE_MS = 800;
const FEWEST = 48;
const MOST = 4000;

/**
 * Measures several contenders in turns (A B A B …), so that whatever else the machine does in that minute hits them alike.
 * @param {Record<string, { url: string, request: (index: number) => import('@juke/tooling/bench').LoadRequest, expected?: number }>} contenders
 * @param {number} rounds
 * @returns {Promise<Record<string, { perSecond: number[], p95: number[] }>>} by contender, one value a round; p95 in ms
 */
export async function alternate(contenders, rounds) {
  const names = Object.keys(contenders);
  const amounts = {};
  const sent = Object.fromEntries(names.map((name) => [name, 0]));
  const measured = Object.fromEntries(names.map((name) => [name, { perSecond: [], p95: [] }]));
  const slice = async (name, amount) => {
    const { url, request, expected } = contenders[name];
    const offset = sent[name];
    sent[name] += amount;
    return runLoad({ url, request: (index) => request(offset + index), amount, expected });
  };
  for (const name of names) {
    await slice(name, FEWEST * 4); // warm: prepared statements, caches, compiled code
    const { perSecond } = await slice(name, FEWEST * 2);
    amounts[name] = Math.round(Math.min(MOST, Math.max(FEWEST, (perSecond * SLICE_MS) / 1000)));
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 ? names.toReversed() : names) {
      const { perSecond, p95 } = await slice(name, amounts[name]);
      measured[name].perSecond.push(perSecond);
      measured[name].p95.push(p95);
    }
  }
  return measured;
}

/**
 * @param {number[]} ours
 * @param {number[]} theirs of the same rounds
 * @returns {{ figure: number, reference: number, ratio: number }} medians, and the median of the rounds' ratios
 */
export const paired = (ours, theirs) => ({
  figure: median(ours),
  reference: median(theirs),
  ratio: quantile(
    ours.map((value, round) => value / theirs[round]),
    0.5,
  ),
});
