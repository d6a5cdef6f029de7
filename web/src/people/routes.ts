import { Briefcase, OfficeBuilding, UserFilled } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'people',
      name: 'people',
      component: () => import('./PeopleList.vue'),
      meta: { title: 'people.title', permissions: ['PERSON_MANAGE', 'ROLE_GRANT'] },
    },
    {
      path: 'departments',
      name: 'departments',
      component: () => import('./DepartmentList.vue'),
      meta: { title: 'people.departments.title', permissions: ['DEPARTMENT_MANAGE'] },
    },
    {
      path: 'positions',
      name: 'positions',
      component: () => import('./PositionList.vue'),
      meta: { title: 'people.positions.title', permissions: ['DEPARTMENT_MANAGE', 'ROLE_GRANT'] },
    },
  ],
  menu: [
    {
      group: 'system',
      path: '/people',
      title: 'people.title',
      permissions: ['PERSON_MANAGE', 'ROLE_GRANT'],
      order: 1,
      icon: UserFilled,
    },
    {
      group: 'system',
      path: '/departments',
      title: 'people.departments.title',
      permissions: ['DEPARTMENT_MANAGE'],
      order: 2,
      icon: OfficeBuilding,
    },
    {
      group: 'system',
      path: '/positions',
      title: 'people.positions.title',
      permissions: ['DEPARTMENT_MANAGE', 'ROLE_GRANT'],
      order: 3,
      icon: Briefcase,
    },
  ],
} satisfies Feature;
