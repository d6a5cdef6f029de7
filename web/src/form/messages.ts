import { messages } from '@/i18n/define';

export default messages({
  zh: {
    yes: '是',
    no: '否',
    empty: '未填写',
    required: '请填写“{label}”。',
    requiredChoice: '请选择“{label}”。',
    yuan: '元',
    file: '附件',
    chooseFiles: '选择文件',
    filesHint: '最多 {count} 个，每个不超过 {most} MB；可拖入',
    removeFile: '移除 {name}',
    sending: '正在上传 {name}',
    tooLarge: '{names} 超过 {most} MB，未上传。',
    tooMany: '最多 {most} 个文件，多出的未上传。',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    empty: 'not filled in',
    required: 'Fill in "{label}".',
    requiredChoice: 'Choose "{label}".',
    yuan: 'yuan',
    file: 'File',
    chooseFiles: 'Choose files',
    filesHint: 'At most {count}, each up to {most} MB; drop them here',
    removeFile: 'Remove {name}',
    sending: 'Uploading {name}',
    tooLarge: '{names}: larger than {most} MB, not uploaded. ',
    tooMany: 'At most {most} files; the rest was not uploaded. ',
  },
});
