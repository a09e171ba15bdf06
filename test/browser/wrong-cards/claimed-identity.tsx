import { askAndShow } from './asking.tsx';

askAndShow('https://insights.example.com/v1/pipelines?userId=1', {});
