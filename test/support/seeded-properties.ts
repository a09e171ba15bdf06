import fc from 'fast-check';

// The same cases in every run, so that a red run can be repeated. Others: `PROPERTY_SEED=7 npm test`.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 2026) });
