import * as actions from './actions.tsx';
import { BarChart, LineChart } from './charts/Chart.tsx';
import * as dialogs from './dialogs.tsx';
import * as feedback from './feedback.tsx';
import * as choices from './fields/choices.tsx';
import { Form } from './fields/Form.tsx';
import * as numberFields from './fields/number-fields.tsx';
import { Input, SearchInput, TextArea } from './fields/text-fields.tsx';
import * as timeFields from './fields/time-fields.tsx';
import * as toggles from './fields/toggles.tsx';
import * as figures from './figures.tsx';
import * as layout from './layout.tsx';
import * as pages from './pages.tsx';
import * as table from './table.tsx';
import * as tabs from './tabs.tsx';
import * as text from './text.tsx';

/** Every component that the preview draws, by the name it has between worker and page. */
export const components = {
  ...layout,
  ...text,
  ...figures,
  ...feedback,
  ...table,
  ...tabs,
  ...pages,
  ...actions,
  Input,
  SearchInput,
  TextArea,
  Textarea: TextArea, // the name that it once had
  ...numberFields,
  ...timeFields,
  ...choices,
  ...toggles,
  Form,
  ...dialogs,
  BarChart,
  LineChart,
};
