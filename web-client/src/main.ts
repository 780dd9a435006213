import { mount } from 'svelte';
import App from './App.svelte';
import { common } from './words/common';
import { firstLanguage, locale } from './words/locale.svelte';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('no #app');

const language = firstLanguage();
await common.load(language);
await locale.use(language);
mount(App, { target });
