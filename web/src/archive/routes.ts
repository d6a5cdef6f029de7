import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: '/dossiers',
      name: 'dossiers',
      component: () => import('./DossierList.vue'),
      meta: { title: 'archive.dossiers', permissions: ['ARCHIVE_READ'] },
    },
    {
      path: '/dossiers/:id',
      name: 'dossier',
      component: () => import('./DossierDetail.vue'),
      meta: { title: 'archive.dossier', permissions: ['ARCHIVE_READ'] },
    },
    {
      path: '/items/:id',
      name: 'item',
      component: () => import('./ItemDetail.vue'),
      meta: { title: 'archive.item', permissions: ['ARCHIVE_READ'] },
    },
  ],
  menu: [
    {
      group: 'archive',
      path: '/dossiers',
      title: 'archive.dossiers',
      permissions: ['ARCHIVE_READ'],
      order: 10,
    },
  ],
} satisfies Feature;
