import { messages } from '@/i18n/define';

export default messages({
  zh: {
    title: '运行状况',
    well: '各部分都正常。',
    ill: '有 {n} 项需要处理，按下面的办法做。',
    fix: '怎么办',
    checked: '{at} 检查，每 30 秒更新',
    state: { OK: '正常', WARNING: '注意', OFF: '未启用', DOWN: '故障' },
  },
  en: {
    title: 'Health',
    well: 'Everything works.',
    ill: '{n} to attend to; do as said below.',
    fix: 'What to do',
    checked: 'Checked {at}, every 30 seconds',
    state: { OK: 'Well', WARNING: 'Attention', OFF: 'Off', DOWN: 'Down' },
  },
});
