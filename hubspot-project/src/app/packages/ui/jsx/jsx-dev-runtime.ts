// While developing and in tests, React's own: it warns of missing keys.
export * from 'react/jsx-dev-runtime';
