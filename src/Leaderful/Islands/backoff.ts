/** 1, 2, 4 … 60 seconds, each shortened by up to half, so that a hall full of phones does not return as one. */
export const wait = (failures: number, chance = Math.random()) =>
  Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (1 - chance / 2);
