import { askAndShow } from './asking.tsx';

askAndShow('https://insights.example.com/failing', { method: 'POST', body: { note: 'x' } });
