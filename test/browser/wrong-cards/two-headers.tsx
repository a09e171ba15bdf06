import { askAndShow } from './asking.tsx';

askAndShow('https://insights.example.com/v1/pipelines', { headers: { authorization: 'a', accept: 'b' } });
