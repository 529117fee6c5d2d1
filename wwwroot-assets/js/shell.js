// What every page needs, interactive or not.
import './theme.js';
import './projector.js';
import './clipboard.js';
import './skip.js';
import './keys.js';
import './dial.js';
import './tape-editor.js';
