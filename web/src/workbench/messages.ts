import { messages } from '@/i18n/define';

export default messages({
  zh: { title: '工作台' },
  en: { title: 'Workbench' },
});
