/**
 * Version of the code that makes blocks and reports. Raise it when the same records must give other bytes, and with
 * MODEL_VERSION or the block's format: within a quarter of an hour the schedule then has all made again.
 */
export const CODE_VERSION = '5';
