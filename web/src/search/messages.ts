import { messages } from '@/i18n/define';

export default messages({
  zh: {
    title: '查找',
    placeholder: '客户、联系人、档号、题名、正文；可用拼音或首字母',
    types: '结果类别',
    all: '全部',
    type: { CUSTOMER: '客户', DOSSIER: '案卷', ITEM: '件', FILE: '文件' },
    dateFrom: '起始日期',
    dateTo: '截止日期',
    start: {
      title: '想找什么？',
      advice: '输入客户或联系人的名称、拼音或首字母、信用代码、电话、邮箱、档号，或文件里的一句话。',
    },
    nothing: {
      title: '没有找到「{q}」',
      advice:
        '换个说法、少打几个字，或试试拼音首字母；刚归入的文件要等检查完才能按正文找到。您无权查看的内容不会出现。',
      filtered: '清除部分条件再试；您无权查看的内容不会出现。',
    },
    field: {
      text: '正文',
      shortName: '简称',
      formerNames: '曾用名',
      more: '自定义字段',
      creditCode: '信用代码',
      phone: '电话',
      mail: '邮箱',
      contact: '联系人',
      number: '编号',
      keywords: '关键词',
      note: '备注',
      documentNumber: '文件编号',
      responsibleParty: '责任者',
    },
  },
  en: {
    title: 'Search',
    placeholder: 'Customer, contact, number, title, full text; pinyin works too',
    types: 'Kinds of results',
    all: 'All',
    type: { CUSTOMER: 'Customers', DOSSIER: 'Dossiers', ITEM: 'Items', FILE: 'Files' },
    dateFrom: 'From',
    dateTo: 'To',
    start: {
      title: 'What are you looking for?',
      advice:
        "The name of a customer or contact, pinyin or initials, a code, phone, mail or archival number, or a sentence from a file.",
    },
    nothing: {
      title: 'Nothing found for "{q}"',
      advice:
        'Try other or fewer words, or pinyin initials. The text of a new file can be found once it has been examined. What you may not see does not appear.',
      filtered: 'Clear some of the filters. What you may not see does not appear.',
    },
    field: {
      text: 'Text',
      shortName: 'Short name',
      formerNames: 'Former names',
      more: 'Custom fields',
      creditCode: 'Credit code',
      phone: 'Phone',
      mail: 'Mail',
      contact: 'Contact',
      number: 'Number',
      keywords: 'Keywords',
      note: 'Note',
      documentNumber: 'Document no.',
      responsibleParty: 'Responsible party',
    },
  },
});
