import { messages } from '@/i18n/define';

export default messages({
  zh: {
    yes: '是',
    no: '否',
    empty: '未填写',
    required: '请填写“{label}”。',
    requiredChoice: '请选择“{label}”。',
    yuan: '元',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    empty: 'not filled in',
    required: 'Fill in "{label}".',
    requiredChoice: 'Choose "{label}".',
    yuan: 'yuan',
  },
});
