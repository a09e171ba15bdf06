import { askAndShow } from './asking.tsx';

askAndShow('https://insights.example.com/large', {});
