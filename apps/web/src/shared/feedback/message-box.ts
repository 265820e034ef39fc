/** On its own, so that it is loaded by the first question and not by the first page. */
import { ElMessageBox } from 'element-plus';
import 'element-plus/theme-chalk/el-message-box.css';
import 'element-plus/theme-chalk/el-overlay.css';

export const { confirm } = ElMessageBox;
