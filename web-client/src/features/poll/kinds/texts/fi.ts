import scale from '../scale/staff/fi';
import choice from '../choice/staff/fi';
import thumbs from '../thumbs/staff/fi';
import ranking from '../ranking/staff/fi';
import points from '../points/staff/fi';
import text from '../text/staff/fi';
import words from '../words/staff/fi';
import commitment from '../commitment/staff/fi';

export default { scale, choice, thumbs, ranking, points, text, words, commitment };
