import { messages } from '@/i18n/define';

export default messages({
  zh: {
    title: '字段规则',
    lead: '每个角色对客户敏感信息能做什么。一人兼有几个角色时，取其中最宽的一种。',
    second: '收紧立即生效；放宽须由第二人批准，请提交授权申请。',
    role: '角色',
    access: { HIDDEN: '不可见', MASKED: '脱敏', READ: '可看', EDIT: '可改' },
    save: '保存',
    reason: '变更理由',
    ask: '{n} 处改动，请写明理由，会记入日志。',
    saved: '已保存',
    discard: '放弃改动',
    wider: '放宽',
    narrower: '收紧',
    empty: '没有能查看客户的角色',
  },
  en: {
    title: 'Field rules',
    lead: 'What each role may do with a customer\'s sensitive fields. Of several roles that one person holds, the best counts.',
    second: 'Narrowing counts at once; widening needs a second person: file a rights request.',
    role: 'Role',
    access: { HIDDEN: 'Hidden', MASKED: 'Masked', READ: 'Read', EDIT: 'Edit' },
    save: 'Save',
    reason: 'Reason',
    ask: '{n} changes; write the reason, it is kept in the log.',
    saved: 'Saved',
    discard: 'Discard',
    wider: 'widened',
    narrower: 'narrowed',
    empty: 'No role shows customers',
  },
});
