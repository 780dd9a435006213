import { mount } from 'svelte';
import App from './App.svelte';
import { common } from './i18n/common';
import { firstLanguage, locale } from './i18n/locale.svelte';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('no #app');

const language = firstLanguage();
await common.load(language);
await locale.use(language);
mount(App, { target });
