import { defineAsyncComponent } from 'vue';
import type { FramePanel } from '@/frame/feature';

export default {
  component: defineAsyncComponent(() => import('./UploadPanel.vue')),
  place: 'corner',
} satisfies FramePanel;
