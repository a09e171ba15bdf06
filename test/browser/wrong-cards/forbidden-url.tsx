import { askAndShow } from './asking.tsx';

askAndShow('https://elsewhere.example.com/v1/pipelines', {});
