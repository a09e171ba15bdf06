import type { ComponentType } from 'react';
import type { ViewId } from '../views.ts';
import { StagesView } from './StagesView.tsx';

/** The screen of each view. */
export const SCREENS: Readonly<Record<ViewId, ComponentType>> = { stages: StagesView };
