import { config as uiExtensions } from '@hubspot/eslint-config-ui-extensions';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// HubSpot's own rules of the sandbox, and React's. Everything else is checked from the root.
export default defineConfig([
  tseslint.configs.base,
  react.configs.flat.recommended,
  react.configs.flat['jsx-runtime'],
  reactHooks.configs.flat.recommended,
  { settings: { react: { version: '18.3' } }, rules: { 'react/prop-types': 'off' } },
  ...uiExtensions,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
]);
