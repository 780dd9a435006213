export default {
  label: 'Järjestys',
  help: 'paras ensin',
  asks: 'Vaihtoehdot asetetaan paremmuusjärjestykseen.',
  task: 'Aseta vaihtoehdot paremmuusjärjestykseen',
};
