export { report } from './bars.mjs';
export { median, quantile, shown } from './figures.mjs';
export { runLoad } from './load.mjs';
export { residentMb, watchMemory } from './memory.mjs';
export { numberOptions } from './options.mjs';
