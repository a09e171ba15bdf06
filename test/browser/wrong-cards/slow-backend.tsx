import { askAndShow } from './asking.tsx';

askAndShow('https://insights.example.com/slow', { timeout: 60 });
