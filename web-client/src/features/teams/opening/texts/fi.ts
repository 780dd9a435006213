export default {
  title: 'Teamsin läsnäoloraportit',
  text: 'Vertaa Teamsin läsnäoloraporttia merkintöihin ja korjaa läsnäoloajat.',
  open: 'Avaa raportit',
};
