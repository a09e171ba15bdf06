import { createRoot } from 'react-dom/client';
import { App } from './shell/App.tsx';
import { writeLog } from './host/page-log.ts';

window.addEventListener('error', (event) => writeLog('host', 'error', event.message));
window.addEventListener('unhandledrejection', (event) => writeLog('host', 'error', String(event.reason)));

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<App />);
