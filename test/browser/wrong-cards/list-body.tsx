import { askAndShow } from './asking.tsx';

askAndShow('https://insights.example.com/v1/erase', { method: 'POST', body: ['1'] });
