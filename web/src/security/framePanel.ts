import { defineAsyncComponent } from 'vue';
import type { FramePanel } from '@/frame/feature';

export default {
  component: defineAsyncComponent(() => import('./components/NewSignInNotice.vue')),
  place: 'above',
} satisfies FramePanel;
