<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccessoriesArea</name>
    <message>
        <source>All there</source>
        <translation>都齐全</translation>
    </message>
</context>
<context>
    <name>Admission</name>
    <message>
        <source>{0} is put aside. Go on with the next parcel</source>
        <translation>{0} 已暂存。请继续下一个包裹</translation>
    </message>
    <message>
        <source>{0} was put aside before and is counted once</source>
        <translation>{0} 之前已暂存，只计一次</translation>
    </message>
    <message>
        <source>Return {0}</source>
        <translation>退货单 {0}</translation>
    </message>
</context>
<context>
    <name>AnswerArea</name>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Begun, not confirmed</source>
        <translation>已开始，未确认</translation>
    </message>
    <message>
        <source>Photos: {0}</source>
        <translation>照片：{0} 张</translation>
    </message>
</context>
<context>
    <name>AskScreen</name>
    <message>
        <source>More …</source>
        <translation>更多 …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>手工输入编码</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Bins</name>
    <message>
        <source>{0} takes no more until it is exchanged</source>
        <translation>{0} 已满，更换之前不再放入</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} 已清空</translation>
    </message>
    <message>
        <source>Scan the bin that is full</source>
        <translation>请扫描已满的货位</translation>
    </message>
    <message>
        <source>Scan the bin that stands empty now</source>
        <translation>请扫描已换空的货位</translation>
    </message>
    <message>
        <source>The code on the bin, or F4 to type it.</source>
        <translation>货位上的码，或按 F4 输入。</translation>
    </message>
</context>
<context>
    <name>BusyWatch</name>
    <message>
        <source>Waiting for the server: {0} s</source>
        <translation>正在等待服务器：{0} 秒</translation>
    </message>
    <message>
        <source>Waiting for the printer: {0} s</source>
        <translation>正在等待打印机：{0} 秒</translation>
    </message>
    <message>
        <source>Still at work: {0} s</source>
        <translation>仍在处理：{0} 秒</translation>
    </message>
</context>
<context>
    <name>CameraSetUpScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>CameraSetUpStage</name>
    <message>
        <source>Lay something with print on it before the camera, and choose the one whose picture you see.</source>
        <translation>把印有文字的东西放在摄像头前，选择显示其画面的那一个。</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>不用摄像头</translation>
    </message>
    <message>
        <source>The picture is sharp and light enough.</source>
        <translation>画面清晰，亮度足够。</translation>
    </message>
    <message>
        <source>Mend this: {0}</source>
        <translation>需要改善：{0}</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>What the camera sees</source>
        <translation>相机画面</translation>
    </message>
</context>
<context>
    <name>ChooseCodeScreen</name>
    <message>
        <source>Several codes</source>
        <translation>有多个条码</translation>
    </message>
    <message>
        <source>Tap it here or in the picture</source>
        <translation>请在此处或图片中点选</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Nothing was found in this parcel</source>
        <translation>这个包裹里什么都没有收到</translation>
    </message>
    <message>
        <source>Look once more, under the filling too.</source>
        <translation>请再找一遍，填充物下面也要看。</translation>
    </message>
    <message>
        <source>The box is empty: record it with photos</source>
        <translation>是空包：拍照登记</translation>
    </message>
    <message>
        <source>{0} × {1} is not there</source>
        <translation>缺 {0} 件：{1}</translation>
    </message>
    <message>
        <source>Expected {0}, found {1}. Look once more, then say why.</source>
        <translation>应收 {0} 件，实收 {1} 件。请再找一遍，然后说明原因。</translation>
    </message>
    <message>
        <source>It is missing: record it with a photo</source>
        <translation>确实缺少：拍照登记</translation>
    </message>
    <message>
        <source>It comes in another parcel</source>
        <translation>在另一个包裹里</translation>
    </message>
    <message>
        <source>All that is not there comes in another parcel</source>
        <translation>没有到的都在另一个包裹里</translation>
    </message>
    <message>
        <source>Close parcel {0}?</source>
        <translation>关闭包裹 {0}？</translation>
    </message>
    <message>
        <source>Close the parcel</source>
        <translation>关闭包裹</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>缺 {0} 件</translation>
    </message>
    <message>
        <source>{0} come later</source>
        <translation>{0} 件稍后到</translation>
    </message>
    <message>
        <source>{0} too many</source>
        <translation>多 {0} 件</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>CodeArea</name>
    <message>
        <source>Type it</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>Scan it now</source>
        <translation>请扫描</translation>
    </message>
    <message>
        <source>Scanned: {0}</source>
        <translation>扫到：{0}</translation>
    </message>
    <message>
        <source>Shipped: {0}</source>
        <translation>发出：{0}</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>The second opinion is kept</source>
        <translation>复检已记录</translation>
    </message>
    <message>
        <source>Settled: the decision about {0} stands</source>
        <translation>已处理：{0} 的判定不变</translation>
    </message>
</context>
<context>
    <name>ComparingWords</name>
    <message>
        <source>Seen: the decision stands</source>
        <translation>已阅：判定不变</translation>
    </message>
    <message>
        <source>On to label and bin</source>
        <translation>继续：贴标、入位</translation>
    </message>
    <message>
        <source>{0}: two inspections</source>
        <translation>{0}：两次检查</translation>
    </message>
    <message>
        <source>Both found the same. There is nothing to settle.</source>
        <translation>两人结论一致，无需处理。</translation>
    </message>
    <message>
        <source>They differ. A supervisor has looked at it and settled it.</source>
        <translation>两人结论不同，主管已看过并处理。</translation>
    </message>
    <message>
        <source>They differ. What {0} found decides, until a supervisor settles it: the supervisor lets it stand, or overrides or voids it before the item is put away.</source>
        <translation>两人结论不同。主管处理之前，以{0}的结论为准：主管可维持原判，或在入位之前改判、作废。</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Units with a second opinion: {0}. Kappa 1: always alike; 0: no better than chance.</source>
        <translation>有复检的件数：{0}。Kappa 为 1：总是一致；为 0：与随机无异。</translation>
    </message>
    <message>
        <source>Where two differ: {0}</source>
        <translation>意见不一：{0} 件</translation>
    </message>
    <message>
        <source>Agreement of inspectors</source>
        <translation>质检员一致性</translation>
    </message>
    <message>
        <source>The first decision stands until you have looked at both.</source>
        <translation>在您看过双方之前，以首检判定为准。</translation>
    </message>
    <message>
        <source>Opinions differ</source>
        <translation>意见不一</translation>
    </message>
    <message>
        <source>{0} of {1} alike</source>
        <translation>{1} 项中 {0} 项一致</translation>
    </message>
    <message>
        <source>kappa {0}</source>
        <translation>kappa {0}</translation>
    </message>
</context>
<context>
    <name>CountQuestions</name>
    <message>
        <source>Scan the serial number</source>
        <translation>请扫描序列号</translation>
    </message>
    <message>
        <source>{0} counts by the serial number on the item.</source>
        <translation>{0} 按实物上的序列号收货。</translation>
    </message>
    <message>
        <source>It has none, or it cannot be read</source>
        <translation>没有序列号，或无法读取</translation>
    </message>
    <message>
        <source>{0} is another label</source>
        <translation>{0} 是另一张面单</translation>
    </message>
    <message>
        <source>Say where it is. Scanning it once more opens the other parcel.</source>
        <translation>请说明它在哪里。再扫一次就打开另一个包裹。</translation>
    </message>
    <message>
        <source>Goods of {0} lie in this parcel too</source>
        <translation>{0} 的货也在这个包裹里</translation>
    </message>
    <message>
        <source>It is on another parcel: open that one</source>
        <translation>它在另一个包裹上：打开那个包裹</translation>
    </message>
    <message>
        <source>This item belongs to return {0}</source>
        <translation>这一件属于退货单 {0}</translation>
    </message>
    <message>
        <source>{0} was shipped under another return than this parcel&apos;s.</source>
        <translation>{0} 不是这个包裹的退货单所发的货。</translation>
    </message>
    <message>
        <source>It lies in this parcel: count it for {0}</source>
        <translation>它就在这个包裹里：计入 {0}</translation>
    </message>
    <message>
        <source>Take it in as a wrong item of this return</source>
        <translation>按本退货单的错货收下</translation>
    </message>
    <message>
        <source>Return {0} is counted here too</source>
        <translation>退货单 {0} 也在这里清点</translation>
    </message>
</context>
<context>
    <name>CrashCover</name>
    <message>
        <source>The report is being written.</source>
        <translation>正在写报告。</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>It could not be saved.</source>
        <translation>未能保存。</translation>
    </message>
</context>
<context>
    <name>CrashScreen</name>
    <message>
        <source>Your work is kept: every answer and photo that you confirmed is stored. Restart; the work goes on where it was. Tell your administrator this number:</source>
        <translation>您的工作已保存：确认过的答案和照片都已存好。请重新启动，工作会从原处继续。请把这个编号告诉管理员：</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>Scans are not taken while this is shown: only Confirm, Back and Answer 1 to 3.</source>
        <translation>此页显示时不接收扫描，只认“确认”“返回”和“答案 1”至“答案 3”。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Save a report for support</source>
        <translation>保存报告给技术支持</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>It can start without what may be the cause: camera, scanners that are no keyboards, scale, and folders of pictures stay off until the next start. Everything else works.</source>
        <translation>可以先不用可能出问题的部分：摄像头、非键盘扫描枪、秤和图片文件夹在下次启动前关闭，其他功能照常。</translation>
    </message>
    <message>
        <source>The station ended several times in a row</source>
        <translation>工位程序连续多次意外退出</translation>
    </message>
    <message>
        <source>Start safely</source>
        <translation>安全启动</translation>
    </message>
    <message>
        <source>Start as always</source>
        <translation>照常启动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DecisionScreen</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Why, more</source>
        <translation>原因及更多</translation>
    </message>
    <message>
        <source>Type the bin&apos;s code</source>
        <translation>手工输入货位编码</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>已入位</translation>
    </message>
    <message>
        <source>This item is done.</source>
        <translation>这件商品已处理完毕。</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>No label yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Print the label that goes on the item.</source>
        <translation>请打印贴在商品上的标签。</translation>
    </message>
    <message>
        <source>Print the label</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Put it into {0}</source>
        <translation>放入 {0}</translation>
    </message>
    <message>
        <source>Print another copy</source>
        <translation>再打印一份</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Needs a second person</source>
        <translation>需要第二人批准</translation>
    </message>
    <message>
        <source>No label and no bin before another person has approved it with badge and PIN.</source>
        <translation>另一人刷工牌并输入 PIN 批准之前，不打标签，不入货位。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Waits for a second opinion</source>
        <translation>等待复检</translation>
    </message>
    <message>
        <source>Put it where the second inspector finds it. Label and bin come after that.</source>
        <translation>放到复检员能找到的地方，之后再打标签和入货位。</translation>
    </message>
    <message>
        <source>An older label is worthless: tear it off. Print the one that goes on the item.</source>
        <translation>旧标签已作废，请撕掉。请打印贴在商品上的新标签。</translation>
    </message>
    <message>
        <source>No bin is set up for it any more. Press F9 to send it elsewhere.</source>
        <translation>已没有为它设置的货箱。按 F9 改选去向。</translation>
    </message>
    <message>
        <source>Nowhere to put it</source>
        <translation>没有地方可放</translation>
    </message>
    <message>
        <source>Exchange one of them: {0}. F9 says it to the station.</source>
        <translation>请更换其中一个：{0}。按 F9 告知工位。</translation>
    </message>
    <message>
        <source>Every bin is full</source>
        <translation>货位全满</translation>
    </message>
    <message>
        <source>Then scan the code on the bin.</source>
        <translation>然后扫描货位上的码。</translation>
    </message>
    <message>
        <source>Or into {0}. Then scan the code on the bin.</source>
        <translation>或放入 {0}。然后扫描货位上的码。</translation>
    </message>
    <message>
        <source>The label is on the item</source>
        <translation>标签已贴好</translation>
    </message>
    <message>
        <source>No label came: print again</source>
        <translation>没有打出来：重新打印</translation>
    </message>
    <message>
        <source>Type the label&apos;s code</source>
        <translation>手工输入标签编码</translation>
    </message>
    <message>
        <source>Sending to the printer</source>
        <translation>正在发送到打印机</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Stick the label on the item, then confirm or scan it.</source>
        <translation>把标签贴在商品上，然后确认或扫描标签。</translation>
    </message>
    <message>
        <source>Tear the older label off: it is worthless. Stick this one on, then confirm or scan it.</source>
        <translation>请撕下旧标签，它已作废。贴上这张新标签，然后确认或扫描它。</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已发送到打印机</translation>
    </message>
    <message>
        <source>The printer took nothing, so nothing was printed. Check that it is on and has paper.</source>
        <translation>打印机没有接收，没有打印任何内容。请检查电源和纸。</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>The label was not printed</source>
        <translation>标签没有打印</translation>
    </message>
    <message>
        <source>The connection broke off. Look at the printer; if a label came out, stick it on and scan it.</source>
        <translation>连接中断。请查看打印机；如果标签已打出，请贴好并扫描。</translation>
    </message>
    <message>
        <source>Did the label come out?</source>
        <translation>标签打出来了吗？</translation>
    </message>
</context>
<context>
    <name>DecisionStage</name>
    <message>
        <source>Label sent to the printer</source>
        <translation>标签已发送到打印机</translation>
    </message>
    <message>
        <source>Scan the label that is on the item now</source>
        <translation>请扫描现在贴在物品上的标签</translation>
    </message>
    <message>
        <source>The label is on the unit</source>
        <translation>标签已贴好</translation>
    </message>
    <message>
        <source>{0} is in {1}</source>
        <translation>{0} 已放入 {1}</translation>
    </message>
</context>
<context>
    <name>DiscrepancyScreen</name>
    <message>
        <source>Take the photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Choose below what is likely to have happened</source>
        <translation>请在下面选择最可能的情况</translation>
    </message>
    <message>
        <source>{0} of {1} photos</source>
        <translation>照片 {0}/{1}</translation>
    </message>
    <message>
        <source>This station has no camera: recorded without photos, which the record says</source>
        <translation>工位没有相机：不拍照也可记录，记录中会注明</translation>
    </message>
    <message>
        <source>Everything is there: record it</source>
        <translation>已齐全：请记录</translation>
    </message>
</context>
<context>
    <name>DiskLoop</name>
    <message>
        <source>The disk has room again: go on.</source>
        <translation>磁盘又有空间了：请继续。</translation>
    </message>
</context>
<context>
    <name>DockScreen</name>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Keep this weight</source>
        <translation>保存重量</translation>
    </message>
    <message>
        <source>in this run</source>
        <translation>本轮</translation>
    </message>
    <message>
        <source>Today: {0}</source>
        <translation>今天：{0}</translation>
    </message>
    <message>
        <source>Labels still to print: {0}</source>
        <translation>待打印标签：{0}</translation>
    </message>
    <message>
        <source>Scan parcel after parcel</source>
        <translation>请逐个扫描包裹</translation>
    </message>
    <message>
        <source>Nobody knows this parcel</source>
        <translation>没有人知道这个包裹</translation>
    </message>
    <message>
        <source>Came already: {0}. Counted once.</source>
        <translation>已到过：{0}。只计一次。</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>Taken in as unknown</source>
        <translation>按无主件收下</translation>
    </message>
    <message>
        <source>{0}, expected about {1:.3f} kg</source>
        <translation>{0}，预计约 {1:.3f} kg</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>无主件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Scans that wait: {0}</source>
        <translation>等待处理的扫描：{0}</translation>
    </message>
    <message>
        <source>{0}: photo of {1}</source>
        <translation>{0}：请拍摄 {1}</translation>
    </message>
    <message>
        <source>Why is it refused?</source>
        <translation>为什么拒收？</translation>
    </message>
    <message>
        <source>What does it weigh?</source>
        <translation>重量是多少？</translation>
    </message>
    <message>
        <source>The last ones</source>
        <translation>最近的包裹</translation>
    </message>
</context>
<context>
    <name>DockStage</name>
    <message>
        <source>First the photo: {0} waits</source>
        <translation>请先拍照：{0} 在等待</translation>
    </message>
    <message>
        <source>{0} came already: {1}. Counted once.</source>
        <translation>{0} 已到过：{1}。只计一次。</translation>
    </message>
    <message>
        <source>{0}: nobody knows it, taken in</source>
        <translation>{0}：无主件，已收下</translation>
    </message>
    <message>
        <source>{0} weighs {1:.3f} kg</source>
        <translation>{0} 重 {1:.3f} kg</translation>
    </message>
    <message>
        <source>Noted: {0}</source>
        <translation>已登记：{0}</translation>
    </message>
    <message>
        <source>Take a photo of it now</source>
        <translation>请现在拍照</translation>
    </message>
    <message>
        <source>Recorded: {0}</source>
        <translation>已记录：{0}</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Signed out. Scan a badge to begin</source>
        <translation>已退出登录。扫描工牌即可开始</translation>
    </message>
</context>
<context>
    <name>EntranceScreen</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The work of {0} stays as it is.</source>
        <translation>{0} 的工作原样保留。</translation>
    </message>
    <message>
        <source>{0}: enter your PIN</source>
        <translation>{0}：请输入您的 PIN</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>请扫描您的工牌</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Signed in: {0}</source>
        <translation>已登录：{0}</translation>
    </message>
    <message>
        <source>Already read: {0}</source>
        <translation>已经读过：{0}</translation>
    </message>
</context>
<context>
    <name>HandOverScreen</name>
    <message>
        <source>Why do you hand it over?</source>
        <translation>为什么要交接？</translation>
    </message>
    <message>
        <source>It waits in the worklist with your reason. Answers and photos stay yours.</source>
        <translation>它会带着您的原因在待处理列表中等候。已填的答案和照片仍记在您名下。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>HandOverStage</name>
    <message>
        <source>{0} is handed over: {1}</source>
        <translation>{0} 已交接：{1}</translation>
    </message>
    <message>
        <source>Taken over from {0} at {1}</source>
        <translation>已从 {1} 的 {0} 处接手</translation>
    </message>
    <message>
        <source>{0} handed it over: {1}</source>
        <translation>{0} 交接：{1}</translation>
    </message>
    <message>
        <source>Taken over from {0}</source>
        <translation>已从 {0} 处接手</translation>
    </message>
</context>
<context>
    <name>HeldLabels</name>
    <message>
        <source>The printer is back: labels sent that had waited: {0}</source>
        <translation>打印机已恢复：已补送 {0} 张等待的标签</translation>
    </message>
    <message>
        <source>Labels that waited long and may be out of date: {0}. Tap the printer below to decide.</source>
        <translation>{0} 张标签等待已久，可能已过时。请点下方的打印机处理。</translation>
    </message>
</context>
<context>
    <name>HeldScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>输入编码</translation>
    </message>
    <message>
        <source>No parcel is put aside.</source>
        <translation>没有暂存的包裹。</translation>
    </message>
    <message>
        <source>Put aside: {0}</source>
        <translation>暂存：{0}</translation>
    </message>
    <message>
        <source>Match to {0}</source>
        <translation>匹配到 {0}</translation>
    </message>
    <message>
        <source>Only a supervisor can say which return it belongs to.</source>
        <translation>只有主管可以确定它属于哪张退货单。</translation>
    </message>
    <message>
        <source>Scan the label or type the number of the return that it belongs to.</source>
        <translation>请扫描它所属退货单的面单，或输入单号。</translation>
    </message>
    <message>
        <source>Is it this return?</source>
        <translation>是这张退货单吗？</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>自 {0}</translation>
    </message>
</context>
<context>
    <name>HeldStage</name>
    <message>
        <source>Is it return {0}?</source>
        <translation>是退货单 {0} 吗？</translation>
    </message>
    <message>
        <source>{0} belongs to return {1}: scan it to open it</source>
        <translation>{0} 属于退货单 {1}：扫描即可拆包</translation>
    </message>
    <message>
        <source>The server knows {0} now, return {1}: scan it to open it</source>
        <translation>服务器已认出 {0}，退货单 {1}：扫描即可拆包</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Everywhere: F1 help, F5 send now, F11 colours, F12 language</source>
        <translation>任何屏幕：F1 帮助，F5 立即上传，F11 颜色，F12 语言</translation>
    </message>
    <message>
        <source>Esc, F1 or a tap closes this; a code that is scanned counts as on the screen below.</source>
        <translation>按 Esc、F1 或点按可关闭；扫到的码算作在下面的屏幕上扫描。</translation>
    </message>
    <message>
        <source>Scan it from here</source>
        <translation>可直接从这里扫描</translation>
    </message>
</context>
<context>
    <name>HistoryScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation>看照片</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Ask server</source>
        <translation>问服务器</translation>
    </message>
    <message>
        <source>Open item</source>
        <translation>打开单件</translation>
    </message>
    <message>
        <source>Nothing of it has happened at this station yet.</source>
        <translation>本工位还没有任何记录。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>History of {0}</source>
        <translation>{0} 的经过</translation>
    </message>
    <message>
        <source>Events: {0}</source>
        <translation>共 {0} 条</translation>
    </message>
    <message>
        <source>only the first {0} are shown</source>
        <translation>只显示前 {0} 条</translation>
    </message>
    <message>
        <source>Asking the server what other stations did …</source>
        <translation>正在向服务器询问其他工位的情况……</translation>
    </message>
    <message>
        <source>Only what happened at this station is shown. {0}</source>
        <translation>只显示本工位的记录。{0}</translation>
    </message>
    <message>
        <source>Only what happened at this station is shown.</source>
        <translation>只显示本工位的记录。</translation>
    </message>
    <message>
        <source>The server knows nothing of this item yet.</source>
        <translation>服务器还不知道这一件。</translation>
    </message>
    <message>
        <source>The server says: {0}; last at {1}, {2}.</source>
        <translation>服务器上：{0}；最后在 {1}，{2}。</translation>
    </message>
    <message>
        <source>held up</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已存待序</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>needs review</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>approved by {0}</source>
        <translation>批准人 {0}</translation>
    </message>
    <message>
        <source>The server has it since {0}.</source>
        <translation>服务器已于 {0} 收到。</translation>
    </message>
    <message>
        <source>The server has it.</source>
        <translation>服务器已收到。</translation>
    </message>
    <message>
        <source>The server has it and waits for an earlier record of the same thing.</source>
        <translation>服务器已收到，正等待同一对象更早的记录。</translation>
    </message>
    <message>
        <source>It waits behind a record of the same thing that was refused.</source>
        <translation>同一对象有记录被拒绝，这一条排在其后等待。</translation>
    </message>
    <message>
        <source>The server does not have it yet.</source>
        <translation>服务器还没有收到。</translation>
    </message>
</context>
<context>
    <name>HistoryStage</name>
    <message>
        <source>There is no photo of this event</source>
        <translation>此事件没有照片</translation>
    </message>
    <message>
        <source>That is not possible here</source>
        <translation>这里不能这样做</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Scan a return label</source>
        <translation>请扫描退货面单</translation>
    </message>
    <message>
        <source>With the scanner, or hold it before the camera</source>
        <translation>用扫描枪，或放到镜头前</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>暂存包裹</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>手工输入编码</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Test scanner</source>
        <translation>测试扫描枪</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Parcels in</source>
        <translation>收包裹</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>上传记录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>请扫描工牌</translation>
    </message>
</context>
<context>
    <name>HomeStage</name>
    <message>
        <source>{0} is not known here: asking the server</source>
        <translation>本机没有 {0}：正在询问服务器</translation>
    </message>
</context>
<context>
    <name>InspectScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Done: compare with the first</source>
        <translation>完成：与首检对比</translation>
    </message>
    <message>
        <source>Same as the last one, {0}</source>
        <translation>与上一件相同，{0}</translation>
    </message>
    <message>
        <source>Question {0} of {1}</source>
        <translation>第 {0} 题，共 {1} 题</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>复检</translation>
    </message>
    <message>
        <source>Photo needed because: {0}</source>
        <translation>需要照片，因为：{0}</translation>
    </message>
    <message>
        <source>Photo {0} of {1}</source>
        <translation>照片 {0} / {1}</translation>
    </message>
    <message>
        <source>All questions are answered</source>
        <translation>所有问题已回答</translation>
    </message>
    <message>
        <source>The answers so far</source>
        <translation>目前的答案</translation>
    </message>
</context>
<context>
    <name>InspectStage</name>
    <message>
        <source>Second opinion: inspect it as if nobody had before</source>
        <translation>复检：请当作无人检查过</translation>
    </message>
    <message>
        <source>Differs, and is recorded: {0} scanned, {1} shipped</source>
        <translation>不一致，已记录：扫到 {0}，发出的是 {1}</translation>
    </message>
    <message>
        <source>Withdrawn, asked again if it comes back: {0}</source>
        <translation>已撤回，需要时会再问：{0}</translation>
    </message>
    <message>
        <source>Taken back: {0}</source>
        <translation>已撤回：{0}</translation>
    </message>
    <message>
        <source>Answered as for {0}</source>
        <translation>已按 {0} 的答案填写</translation>
    </message>
</context>
<context>
    <name>LabelsScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>打印副本</translation>
    </message>
    <message>
        <source>Void it</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>换打印机</translation>
    </message>
    <message>
        <source>No label of this kind is here.</source>
        <translation>没有此类标签。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Print it now</source>
        <translation>立即打印</translation>
    </message>
    <message>
        <source>It came out: it is in my hand</source>
        <translation>已打印，在我手上</translation>
    </message>
    <message>
        <source>Why is it printed again?</source>
        <translation>为什么再打印？</translation>
    </message>
    <message>
        <source>Why is it taken back?</source>
        <translation>为什么作废？</translation>
    </message>
    <message>
        <source>Which printer shall print it?</source>
        <translation>由哪台打印机打印？</translation>
    </message>
    <message>
        <source>copy {0}</source>
        <translation>副本 {0}</translation>
    </message>
    <message>
        <source>It has waited long: look whether it is still right.</source>
        <translation>等待已久：请确认内容是否仍然正确。</translation>
    </message>
    <message>
        <source>If it lies there, scan it.</source>
        <translation>若标签已打出，请扫描它。</translation>
    </message>
    <message>
        <source>Its decision stands no more: throw the label away where there is one.</source>
        <translation>其判定已不再有效：若已打出标签，请将其销毁。</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>不确定</translation>
    </message>
</context>
<context>
    <name>LabelsStage</name>
    <message>
        <source>Label sent to the printer</source>
        <translation>标签已发送到打印机</translation>
    </message>
    <message>
        <source>Taken back: no label of it was printed</source>
        <translation>已作废：没有打印过它的标签</translation>
    </message>
</context>
<context>
    <name>MeasureArea</name>
    <message>
        <source>Scale: {0} g</source>
        <translation>秤：{0} 克</translation>
    </message>
    <message>
        <source>From {0} to {1} {2}</source>
        <translation>{0} 到 {1} {2}</translation>
    </message>
    <message>
        <source>before: {0}</source>
        <translation>之前：{0}</translation>
    </message>
</context>
<context>
    <name>NewPinScreen</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>NewPinStage</name>
    <message>
        <source>Enter the same PIN again</source>
        <translation>请再输入一次同样的 PIN</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Plus or minus</source>
        <translation>正负号</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即上传</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Take note</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>打开该商品</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>这一类没有内容。</translation>
    </message>
    <message>
        <source>To send: {0}</source>
        <translation>待传：{0}</translation>
    </message>
    <message>
        <source>the oldest for {0}</source>
        <translation>最早的已等 {0}</translation>
    </message>
    <message>
        <source>Photos to send: {0}, {1}.</source>
        <translation>待传照片：{0} 张，{1}。</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>已全部上传</translation>
    </message>
    <message>
        <source>Photos remain</source>
        <translation>还有照片待传</translation>
    </message>
    <message>
        <source>Last success: {0}</source>
        <translation>上次成功：{0}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在上传…</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>服务器正常。</translation>
    </message>
    <message>
        <source>Next try in {0} s.</source>
        <translation>{0} 秒后再试。</translation>
    </message>
    <message>
        <source>The server asked for a pause.</source>
        <translation>服务器要求暂缓。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待传</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已传</translation>
    </message>
    <message>
        <source>record {0}</source>
        <translation>第 {0} 条</translation>
    </message>
    <message>
        <source>{0} took note of it, {1}</source>
        <translation>{0} 已阅，{1}</translation>
    </message>
    <message>
        <source>The office has settled it ({0}, {1}): {2}.</source>
        <translation>办公室已处理（{0}，{1}）：{2}。</translation>
    </message>
    <message>
        <source>It waits behind a record of the same thing that was refused.</source>
        <translation>同一件的前一条记录被拒，这一条要等它。</translation>
    </message>
    <message>
        <source>The server does not have it yet.</source>
        <translation>服务器还没有收到。</translation>
    </message>
    <message>
        <source>The server has it and waits for an earlier record of the same thing.</source>
        <translation>服务器已收到，正等同一件更早的记录。</translation>
    </message>
    <message>
        <source>The server has it since {0}.</source>
        <translation>服务器于 {0} 收到。</translation>
    </message>
    <message>
        <source>The server has it.</source>
        <translation>服务器已收到。</translation>
    </message>
    <message>
        <source>Behind it wait: {0}</source>
        <translation>后面在等的记录：{0}</translation>
    </message>
    <message>
        <source>Only a supervisor can settle it.</source>
        <translation>只有主管可以处理。</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>The server will not have it, or its file is gone. All such photos are tried again together.</source>
        <translation>服务器不收，或者文件不见了。这类照片会一起重试。</translation>
    </message>
    <message>
        <source>The server does not have it yet. Records go first, then small photos.</source>
        <translation>服务器还没有收到。先传记录，再传较小的照片。</translation>
    </message>
    <message>
        <source>held up</source>
        <translation>被挡住</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已传，待接续</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已传</translation>
    </message>
    <message>
        <source>to settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>已阅</translation>
    </message>
</context>
<context>
    <name>OutboxStage</name>
    <message>
        <source>It is being sent again</source>
        <translation>正在重新上传</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已记下</translation>
    </message>
</context>
<context>
    <name>Overruling</name>
    <message>
        <source>Approve {0}: {1}</source>
        <translation>批准 {0}：{1}</translation>
    </message>
    <message>
        <source>Signed: {0}</source>
        <translation>已签署：{0}</translation>
    </message>
    <message>
        <source>{0} is open again; its answers are kept</source>
        <translation>{0} 已重新打开，答案保留</translation>
    </message>
    <message>
        <source>{0} is open again. Its label is worthless: tear it off</source>
        <translation>{0} 已重新打开。标签作废，请撕掉</translation>
    </message>
</context>
<context>
    <name>OverrulingWords</name>
    <message>
        <source>Every rule that was tried</source>
        <translation>所有试过的规则</translation>
    </message>
    <message>
        <source>Override the decision</source>
        <translation>改判</translation>
    </message>
    <message>
        <source>Void it and inspect again</source>
        <translation>作废并重新检查</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Compare both inspections</source>
        <translation>比较两次检查</translation>
    </message>
    <message>
        <source>Waive the second opinion</source>
        <translation>免除复检</translation>
    </message>
    <message>
        <source>A bin is full</source>
        <translation>货位已满</translation>
    </message>
    <message>
        <source>A bin was exchanged</source>
        <translation>货位已更换</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>did not fit</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>Why: {0}</source>
        <translation>原因：{0}</translation>
    </message>
    <message>
        <source>Rules {0}</source>
        <translation>规则 {0}</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>报告存为 PDF</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>overruled</source>
        <translation>已被改判</translation>
    </message>
    <message>
        <source>a person&apos;s word</source>
        <translation>人工判定</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>The grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>The advice about the refund</source>
        <translation>退款建议</translation>
    </message>
    <message>
        <source>Override {0}</source>
        <translation>改判 {0}</translation>
    </message>
    <message>
        <source>What is to be otherwise?</source>
        <translation>要改什么？</translation>
    </message>
    <message>
        <source>Refund, less {0} %</source>
        <translation>退款，扣 {0} %</translation>
    </message>
    <message>
        <source>What is right?</source>
        <translation>正确的是？</translation>
    </message>
    <message>
        <source>Other, in words</source>
        <translation>其他，自己写</translation>
    </message>
    <message>
        <source>Choose the reason; it is kept with the decision.</source>
        <translation>请选择原因，会随判定保存。</translation>
    </message>
    <message>
        <source>Another copy of the label of {0}</source>
        <translation>再打一张 {0} 的标签</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>请选择原因。</translation>
    </message>
    <message>
        <source>Void the decision about {0}</source>
        <translation>作废 {0} 的判定</translation>
    </message>
    <message>
        <source>Go on with {0} without a second opinion</source>
        <translation>{0} 不复检，继续</translation>
    </message>
    <message>
        <source>Grade {0}</source>
        <translation>等级 {0}</translation>
    </message>
    <message>
        <source>Override: {0}</source>
        <translation>改判：{0}</translation>
    </message>
    <message>
        <source>Inspect it, without sight of the first</source>
        <translation>复检，不看首检结果</translation>
    </message>
    <message>
        <source>Look at the decision: somebody else inspects it then</source>
        <translation>查看判定（之后须由他人复检）</translation>
    </message>
    <message>
        <source>{0} waits for a second opinion</source>
        <translation>{0} 等待复检</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Written, and it counts at once</source>
        <translation>已写入，立即生效</translation>
    </message>
    <message>
        <source>People: {0}</source>
        <translation>人员：{0}</translation>
    </message>
    <message>
        <source>Choose somebody to change role or PIN, or to let go.</source>
        <translation>选择一个人，可更改角色或 PIN，或停用。</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>works here no more</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>没有 PIN</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>来自服务器</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新的 PIN</translation>
    </message>
    <message>
        <source>Let go: no sign-in any more</source>
        <translation>停用：不能再登录</translation>
    </message>
    <message>
        <source>Let work here again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>What may {0} do?</source>
        <translation>{0} 可以做什么？</translation>
    </message>
    <message>
        <source>receives parcels, puts items away</source>
        <translation>收货、入位</translation>
    </message>
    <message>
        <source>also inspects and decides</source>
        <translation>还可以质检和判定</translation>
    </message>
    <message>
        <source>also approves, voids and settles</source>
        <translation>还可以批准、作废和处理</translation>
    </message>
    <message>
        <source>also sets up, and says who works here</source>
        <translation>还可设置工位、管理人员</translation>
    </message>
    <message>
        <source>New PIN of {0}</source>
        <translation>{0} 的新 PIN</translation>
    </message>
    <message>
        <source>Enter four to twelve digits</source>
        <translation>输入四到十二位数字</translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation>第一位管理员</translation>
    </message>
    <message>
        <source>Enter the code that was shown once</source>
        <translation>输入只显示过一次的代码</translation>
    </message>
    <message>
        <source>Write this code down: it is shown this once. Whoever enters it becomes the first administrator of this station, with badge and PIN.</source>
        <translation>请记下此代码：它只显示这一次。输入它的人用工牌和 PIN 成为此工位的第一位管理员。</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>已记下</translation>
    </message>
    <message>
        <source>Scan the badge, or type what stands on it behind DSID-.</source>
        <translation>扫描工牌，或输入工牌上 DSID- 之后的内容。</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>As the others call this person; it stands on labels.</source>
        <translation>大家对此人的称呼；会印在标签上。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>PersonWay</name>
    <message>
        <source>Lock: the work stays as it is</source>
        <translation>锁定：工作原样保留</translation>
    </message>
    <message>
        <source>Sign out: what is begun waits in the list</source>
        <translation>退出登录：已开始的工作在列表中等待</translation>
    </message>
    <message>
        <source>People: who works here</source>
        <translation>人员：谁在这里工作</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Photo at the server</source>
        <translation>照片在服务器</translation>
    </message>
</context>
<context>
    <name>PhotosScreen</name>
    <message>
        <source>Before</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>定位点</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>去掉标记</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>弃用</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Photo {0} of {1}</source>
        <translation>照片 {0} / {1}</translation>
    </message>
    <message>
        <source>no defect chosen</source>
        <translation>未选缺陷</translation>
    </message>
</context>
<context>
    <name>PhotosStage</name>
    <message>
        <source>This photo is at the server</source>
        <translation>这张照片在服务器上</translation>
    </message>
    <message>
        <source>Photo discarded</source>
        <translation>照片已弃用</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>It was counted twice</source>
        <translation>重复收货</translation>
    </message>
    <message>
        <source>It was counted as the wrong goods</source>
        <translation>收成了别的商品</translation>
    </message>
    <message>
        <source>It did not lie in this parcel</source>
        <translation>不是这个包裹里的</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一种？</translation>
    </message>
    <message>
        <source>None of these: another item</source>
        <translation>都不是：另一种物品</translation>
    </message>
    <message>
        <source>all found</source>
        <translation>已齐</translation>
    </message>
    <message>
        <source>{0} still to find</source>
        <translation>还差 {0} 件</translation>
    </message>
    <message>
        <source>Which item does not count?</source>
        <translation>哪一件要作废？</translation>
    </message>
    <message>
        <source>Scan its licence plate, or choose it here.</source>
        <translation>扫描它的件码，或在这里选择。</translation>
    </message>
    <message>
        <source>Why does {0} not count?</source>
        <translation>{0} 为什么作废？</translation>
    </message>
    <message>
        <source>It stays in the history; its label must come off the item.</source>
        <translation>记录会保留；请撕下实物上的标签。</translation>
    </message>
</context>
<context>
    <name>PictureStage</name>
    <message>
        <source>copied picture</source>
        <translation>复制的图片</translation>
    </message>
    <message>
        <source>Read codes from pictures</source>
        <translation>从图片读取条码</translation>
    </message>
    <message>
        <source>Photos from files</source>
        <translation>从文件添加照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Several codes: tap the one that counts</source>
        <translation>有多个条码：请点选需要的那个</translation>
    </message>
</context>
<context>
    <name>PieceRow</name>
    <message>
        <source>{0}  ·  {1} expected</source>
        <translation>{0}  ·  应有 {1}</translation>
    </message>
    <message>
        <source>{0}: one less</source>
        <translation>{0}：减一件</translation>
    </message>
    <message>
        <source>{0}: one more</source>
        <translation>{0}：加一件</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Type the badge</source>
        <translation>输入工牌</translation>
    </message>
</context>
<context>
    <name>PolicyWatch</name>
    <message>
        <source>Checklists and rules are in order again, and in use</source>
        <translation>检查表和规则已恢复正常，并已启用</translation>
    </message>
</context>
<context>
    <name>PrinterSetUp</name>
    <message>
        <source>Written, and in use: {0}</source>
        <translation>已写入并启用：{0}</translation>
    </message>
    <message>
        <source>Test label sent to {0}</source>
        <translation>测试标签已发送到 {0}</translation>
    </message>
    <message>
        <source>Written, and in use. Offset: {0}</source>
        <translation>已写入并启用。偏移：{0}</translation>
    </message>
    <message>
        <source>Written. It counts when the station starts again.</source>
        <translation>已写入。工位下次启动后生效。</translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>{0}: which language does it understand?</source>
        <translation>{0}：它使用哪种打印语言？</translation>
    </message>
    <message>
        <source>It stands on the type plate; most label printers have 203.</source>
        <translation>见铭牌；多数标签打印机为 203。</translation>
    </message>
    <message>
        <source>{0}: how fine does it print?</source>
        <translation>{0}：打印精度是多少？</translation>
    </message>
    <message>
        <source>Labels larger than this are refused instead of being cut off.</source>
        <translation>比它大的标签会被拒绝，而不会被裁掉。</translation>
    </message>
    <message>
        <source>{0}: which labels are in it?</source>
        <translation>{0}：装的是哪种标签？</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>其他尺寸</translation>
    </message>
    <message>
        <source>{0}: size of the labels</source>
        <translation>{0}：标签尺寸</translation>
    </message>
    <message>
        <source>Width and height in mm, as 100 x 60; nothing: any</source>
        <translation>宽和高（毫米），如 100 x 60；留空：不限</translation>
    </message>
    <message>
        <source>{0}: darkness</source>
        <translation>{0}：浓度</translation>
    </message>
    <message>
        <source>{0}: speed</source>
        <translation>{0}：速度</translation>
    </message>
    <message>
        <source>{0} to {1}; nothing: as the printer itself is set</source>
        <translation>{0} 到 {1}；留空：用打印机自身的设置</translation>
    </message>
    <message>
        <source>{0} knows no darkness and no speed: set them at the printer</source>
        <translation>{0} 没有浓度和速度：请在打印机上设置</translation>
    </message>
    <message>
        <source>mm to the right and mm down, as 0.5 -1; calibrating finds them out</source>
        <translation>向右和向下的毫米数，如 0.5 -1；校准可测出</translation>
    </message>
    <message>
        <source>{0}: offset</source>
        <translation>{0}：偏移</translation>
    </message>
    <message>
        <source>{0}: address</source>
        <translation>{0}：地址</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>打印机地址</translation>
    </message>
    <message>
        <source>As its test page says: 192.168.1.20, or 192.168.1.20:9100</source>
        <translation>见打印机测试页：192.168.1.20 或 192.168.1.20:9100</translation>
    </message>
    <message>
        <source>As printers.toml has it for {0}</source>
        <translation>与 printers.toml 中 {0} 的写法相同</translation>
    </message>
    <message>
        <source>What shall it be called?</source>
        <translation>它叫什么名称？</translation>
    </message>
    <message>
        <source>Letters A to Z, digits, - and _</source>
        <translation>字母 A 到 Z、数字、- 和 _</translation>
    </message>
    <message>
        <source>By its address</source>
        <translation>按地址添加</translation>
    </message>
    <message>
        <source>Looking on USB, in print queues and on the network …</source>
        <translation>正在查找 USB、打印队列和网络……</translation>
    </message>
    <message>
        <source>No printer has announced itself. Add it by its address, which is on its test page.</source>
        <translation>没有打印机应答。请按测试页上的地址添加。</translation>
    </message>
    <message>
        <source>These were found.</source>
        <translation>已找到以下打印机。</translation>
    </message>
    <message>
        <source>Find or add a printer</source>
        <translation>查找或添加打印机</translation>
    </message>
    <message>
        <source>Measure on the label from its edge to the frame and scan the mark with that figure: one across, one down. Offset now: {0}</source>
        <translation>在标签上量出边缘到边框的距离，扫描写有该数字的标记：横向一个，纵向一个。当前偏移：{0}</translation>
    </message>
    <message>
        <source>{0}: scan the right marks</source>
        <translation>{0}：扫描正确的标记</translation>
    </message>
    <message>
        <source>Print the ruler again</source>
        <translation>再打印一次标尺</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Print this station&apos;s labels on {0}</source>
        <translation>本工位的标签改在 {0} 上打印</translation>
    </message>
    <message>
        <source>This station prints on {0}. What you change counts when the station starts again.</source>
        <translation>本工位在 {0} 上打印。更改在工位下次启动后生效。</translation>
    </message>
    <message>
        <source>Which labels go where?</source>
        <translation>哪些标签打在哪台？</translation>
    </message>
    <message>
        <source>{0}, on {1}</source>
        <translation>{0}，用 {1} 打印</translation>
    </message>
    <message>
        <source>print none</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>当前：{0}</translation>
    </message>
    <message>
        <source>Print them on {0}</source>
        <translation>用 {0} 打印</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>PrintersScreen</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Find or add a printer</source>
        <translation>查找或添加打印机</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>查询中…</translation>
    </message>
    <message>
        <source>this station&apos;s</source>
        <translation>本工位使用</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>测试打印</translation>
    </message>
    <message>
        <source>No printer is set up. F7 finds those on USB, in print queues and on the network.</source>
        <translation>还没有设置打印机。按 F7 查找 USB、打印队列和网络上的打印机。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>打印语言</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Label size</source>
        <translation>标签尺寸</translation>
    </message>
    <message>
        <source>Darkness</source>
        <translation>浓度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>what goes where</source>
        <translation>打在哪台</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>校准</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>What is wrong?</source>
        <translation>哪里不对？</translation>
    </message>
    <message>
        <source>Nothing: back</source>
        <translation>没有问题：返回</translation>
    </message>
    <message>
        <source>Item {0}</source>
        <translation>物品 {0}</translation>
    </message>
    <message>
        <source>Item: {0}</source>
        <translation>物品：{0}</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No defect</source>
        <translation>没有缺陷</translation>
    </message>
    <message>
        <source>{0} (overridden)</source>
        <translation>{0}（已改判）</translation>
    </message>
    <message>
        <source>Evidence for the claim</source>
        <translation>索赔证据</translation>
    </message>
    <message>
        <source>Grade {0}</source>
        <translation>等级 {0}</translation>
    </message>
    <message>
        <source>Responsible: {0}</source>
        <translation>责任方：{0}</translation>
    </message>
    <message>
        <source>Return freight: {0}</source>
        <translation>退货运费：{0}</translation>
    </message>
    <message>
        <source>Advice: {0}</source>
        <translation>处理建议：{0}</translation>
    </message>
    <message>
        <source>Advice: {0}, {1} deducted</source>
        <translation>处理建议：{0}，扣除 {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} − {1} = {2}: {3}</source>
        <translation>{0} − {1} = {2}：{3}</translation>
    </message>
    <message>
        <source>− {0}: {1} is missing</source>
        <translation>− {0}：缺少 {1}</translation>
    </message>
    <message>
        <source>− {0}: {1} % of the value</source>
        <translation>− {0}：货值的 {1} %</translation>
    </message>
    <message>
        <source>Decided by the rules</source>
        <translation>按规则判定</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>已改判</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>{0}, signed by {1}</source>
        <translation>{0}，{1} 签署</translation>
    </message>
</context>
<context>
    <name>ReceiveScreen</name>
    <message>
        <source>Scan each item</source>
        <translation>请逐件扫描</translation>
    </message>
    <message>
        <source>Found: {0}</source>
        <translation>已清点：{0}</translation>
    </message>
    <message>
        <source>Take the items out one by one and scan each one&apos;s barcode.</source>
        <translation>把商品逐件取出，扫描每件的条码。</translation>
    </message>
    <message>
        <source>Inspect {0}</source>
        <translation>质检 {0}</translation>
    </message>
    <message>
        <source>Done with this parcel</source>
        <translation>这个包裹收完了</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>手工输入编码</translation>
    </message>
    <message>
        <source>Pick by name</source>
        <translation>按名称选</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Print licence plate</source>
        <translation>打印件码</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>发现问题</translation>
    </message>
    <message>
        <source>{0} still to find</source>
        <translation>还差 {0} 件</translation>
    </message>
    <message>
        <source>all found</source>
        <translation>已齐</translation>
    </message>
    <message>
        <source>{0} before</source>
        <translation>此前 {0} 件</translation>
    </message>
    <message>
        <source>{0} too many</source>
        <translation>多 {0} 件</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>ReceiveStage</name>
    <message>
        <source>Counted in as {0}</source>
        <translation>已清点，件码 {0}</translation>
    </message>
    <message>
        <source>{0} does not count any more: take its label off</source>
        <translation>{0} 已作废：请撕下它的标签</translation>
    </message>
    <message>
        <source>Parcel {0} is done</source>
        <translation>包裹 {0} 已收完</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Writing the report of {0} …</source>
        <translation>正在写 {0} 的报告…</translation>
    </message>
    <message>
        <source>The report lies in {0}</source>
        <translation>报告在 {0}</translation>
    </message>
</context>
<context>
    <name>ReturnsList</name>
    <message>
        <source>due {0}</source>
        <translation>应于 {0}</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Search for a return</source>
        <translation>搜索退货单</translation>
    </message>
    <message>
        <source>Goods, order, customer, last digits of the phone</source>
        <translation>商品、订单号、客户、手机尾号</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>换个词</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Three letters or digits, or one Chinese word; several words narrow it down</source>
        <translation>至少三个字母或数字，或一个中文词；多个词可缩小范围</translation>
    </message>
    <message>
        <source>Nothing found. Use fewer or other words, or a part of a number.</source>
        <translation>没有找到。请减少或更换词语，或只输入号码的一部分。</translation>
    </message>
    <message>
        <source>There are more than these: another word narrows it down. Enter, then 1 to 9, or tap.</source>
        <translation>还有更多：再加一个词缩小范围。按回车后按 1 至 9，或点选。</translation>
    </message>
    <message>
        <source>Enter, then 1 to 9, or tap: the history of that return is shown.</source>
        <translation>回车后按 1 到 9，或点按：显示该退货单的经过。</translation>
    </message>
    <message>
        <source>Enter, then 1 to 9, or tap.</source>
        <translation>按回车后按 1 至 9，或点选。</translation>
    </message>
</context>
<context>
    <name>SelfTestScreen</name>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Does not read</source>
        <translation>读不出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>结束检测</translation>
    </message>
    <message>
        <source>Save this as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Save the test page</source>
        <translation>保存检测页</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>键盘式扫描枪</translation>
    </message>
</context>
<context>
    <name>SelfTestStage</name>
    <message>
        <source>Close the result to go on working.</source>
        <translation>请先关闭检测结果，再继续工作。</translation>
    </message>
    <message>
        <source>Code {0} read: {1}</source>
        <translation>{0} 号条码已读：{1}</translation>
    </message>
    <message>
        <source>The station has learned how this scanner sends.</source>
        <translation>本机已记住这把扫描枪的发送方式。</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
</context>
<context>
    <name>SerialWatch</name>
    <message>
        <source>{0} came before: look at item {1}</source>
        <translation>{0} 之前来过：请检查 {1} 这一件</translation>
    </message>
</context>
<context>
    <name>SettingsWords</name>
    <message>
        <source>Set the station up, step by step</source>
        <translation>逐步设置工位</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>What you change is written into station.toml, with every comment left in its place.</source>
        <translation>改动会写入 station.toml，其中的注释原样保留。</translation>
    </message>
    <message>
        <source>Some changes count when the station starts again.</source>
        <translation>有些改动在工位重新启动后生效。</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Enrol with a code of the server</source>
        <translation>用服务器的登记码登记</translation>
    </message>
    <message>
        <source>Choose the camera by its picture</source>
        <translation>看画面选择摄像头</translation>
    </message>
    <message>
        <source>Test scanner</source>
        <translation>测试扫描枪</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>当前：{0}</translation>
    </message>
    <message>
        <source>Written as {0}</source>
        <translation>写法：{0}</translation>
    </message>
    <message>
        <source>From the server&apos;s page of stations; it is good once.</source>
        <translation>在服务器的工位页面生成，只能用一次。</translation>
    </message>
    <message>
        <source>Scan the enrolment code, or type it</source>
        <translation>扫描或输入登记码</translation>
    </message>
    <message>
        <source>Written, and in use: {0}</source>
        <translation>已写入并生效：{0}</translation>
    </message>
    <message>
        <source>Written: {0}. Counts after a restart.</source>
        <translation>已写入：{0}。重新启动后生效。</translation>
    </message>
    <message>
        <source>The server is being started …</source>
        <translation>正在启动服务器……</translation>
    </message>
    <message>
        <source>This station is enrolled.</source>
        <translation>本站已登记。</translation>
    </message>
</context>
<context>
    <name>SeveralArea</name>
    <message>
        <source>Nothing found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>{0}: where?</source>
        <translation>{0}：在哪里？</translation>
    </message>
    <message>
        <source>{0}: where else?</source>
        <translation>{0}：还有哪里？</translation>
    </message>
    <message>
        <source>{0}: how bad?</source>
        <translation>{0}：多严重？</translation>
    </message>
</context>
<context>
    <name>ShortlistScreen</name>
    <message>
        <source>{0} belongs to several returns</source>
        <translation>{0} 属于多个退货单</translation>
    </message>
    <message>
        <source>Which one is it? There are more than these: scan another code of the parcel if none fits.</source>
        <translation>是哪一个？还有更多：都不对时，请扫包裹上的其他条码。</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一个？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>None of these: ask the server</source>
        <translation>都不是：问服务器</translation>
    </message>
</context>
<context>
    <name>ShortlistStage</name>
    <message>
        <source>Several returns: choose the right one</source>
        <translation>有多个退货单：请选择</translation>
    </message>
</context>
<context>
    <name>Shutter</name>
    <message>
        <source>Photo taken</source>
        <translation>已拍照</translation>
    </message>
</context>
<context>
    <name>SignScreen</name>
    <message>
        <source>Another person signs</source>
        <translation>另一人签署</translation>
    </message>
    <message>
        <source>{0}: enter your PIN</source>
        <translation>{0}：请输入 PIN</translation>
    </message>
    <message>
        <source>Scan the badge of the person who signs</source>
        <translation>请扫描签署人的工牌</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>The station cannot start</source>
        <translation>工位无法启动</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StatusBoard</name>
    <message>
        <source>Records that wait for the server: {0}, the oldest for {1}. Tap them at the foot: it says why.</source>
        <translation>还没传到服务器的记录：{0} 条，最早的已等 {1}。点下方的“待传”查看原因。</translation>
    </message>
    <message>
        <source>Records that the server refused or doubts: {0}. Tap them at the foot to settle them.</source>
        <translation>被服务器拒收或存疑的记录：{0} 条。点下方的数字处理。</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>To send: {0}</source>
        <translation>待传：{0}</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>已全部上传</translation>
    </message>
    <message>
        <source>Refused: {0}</source>
        <translation>被拒：{0}</translation>
    </message>
    <message>
        <source>Rules: mistake</source>
        <translation>规则有错误</translation>
    </message>
    <message>
        <source>No backup</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>时钟不准</translation>
    </message>
    <message>
        <source>Disk: little room</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>To settle: {0}</source>
        <translation>待处理：{0}</translation>
    </message>
    <message>
        <source>Server connected</source>
        <translation>服务器已连接</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>离线作业</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Disk full: nothing comes or goes</source>
        <translation>磁盘已满：无法收发数据</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>正在连接服务器</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>查找中</translation>
    </message>
    <message>
        <source>Station is too old for the server</source>
        <translation>工位版本过旧，服务器不接受</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>版本过旧</translation>
    </message>
    <message>
        <source>Station not enrolled</source>
        <translation>工位未登记</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>打印机就绪</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Printer: no paper</source>
        <translation>打印机缺纸</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Printer: head open</source>
        <translation>打印头打开</translation>
    </message>
    <message>
        <source>Head open</source>
        <translation>打印头打开</translation>
    </message>
    <message>
        <source>Printer: no ribbon</source>
        <translation>打印机：无碳带</translation>
    </message>
    <message>
        <source>No ribbon</source>
        <translation>无碳带</translation>
    </message>
    <message>
        <source>Printer paused</source>
        <translation>打印机已暂停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Printer too hot: it cools down</source>
        <translation>打印机过热：正在冷却</translation>
    </message>
    <message>
        <source>Too hot</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>Printer is offline</source>
        <translation>打印机离线</translation>
    </message>
    <message>
        <source>Printer reports a fault</source>
        <translation>打印机报告故障</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Printer gives no answer</source>
        <translation>打印机无应答</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Printer not reachable</source>
        <translation>连不上打印机</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>连不上</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>Say more about it: {0}</source>
        <translation>请说明：{0}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>At most {0} characters; Enter when it is done</source>
        <translation>最多 {0} 个字；写完按 Enter</translation>
    </message>
</context>
<context>
    <name>TimedArea</name>
    <message>
        <source>Again</source>
        <translation>重新计时</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Now answer</source>
        <translation>请回答</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>计时中</translation>
    </message>
    <message>
        <source>The answers open after this time</source>
        <translation>时间走完后才能回答</translation>
    </message>
</context>
<context>
    <name>TypeCodeScreen</name>
    <message>
        <source>Type the code</source>
        <translation>输入编码</translation>
    </message>
    <message>
        <source>As it is printed below the bars; capital and small letters differ</source>
        <translation>照条码下面印的输入；区分大小写</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>WeighScreen</name>
    <message>
        <source>What does it weigh?</source>
        <translation>重量是多少？</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Keep this weight</source>
        <translation>保存重量</translation>
    </message>
    <message>
        <source>Typed, in grams</source>
        <translation>手工输入，单位克</translation>
    </message>
    <message>
        <source>The scale is at rest</source>
        <translation>电子秤已稳定</translation>
    </message>
    <message>
        <source>The scale still moves</source>
        <translation>电子秤尚未稳定</translation>
    </message>
</context>
<context>
    <name>WeighStage</name>
    <message>
        <source>{0} weighs {1:.3f} kg</source>
        <translation>{0} 重 {1:.3f} kg</translation>
    </message>
</context>
<context>
    <name>WizardWords</name>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>第 {0} 步，共 {1} 步：{2}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What is ready</source>
        <translation>准备情况</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip this for now</source>
        <translation>暂时跳过</translation>
    </message>
    <message>
        <source>This sets the station up; every step can be left out and found again in the settings.</source>
        <translation>现在设置工位；每一步都可以跳过，以后在设置里都能找到。</translation>
    </message>
    <message>
        <source>The server {0} knows this station. Scan a new code only when it asks for one.</source>
        <translation>服务器 {0} 已认识本站。只有在它要求时才扫描新的登记码。</translation>
    </message>
    <message>
        <source>Scan the QR code that the server&apos;s page of stations shows. Until a server knows the station no parcel can be taken in; afterwards it works without a network as well.</source>
        <translation>请扫描服务器工位页面上的二维码。服务器认识本站之前不能收包裹；之后断网也能工作。</translation>
    </message>
    <message>
        <source>Type the enrolment code</source>
        <translation>输入登记码</translation>
    </message>
    <message>
        <source>Let the server run on this computer, for as long as the station does</source>
        <translation>让服务器在本机上随工位运行</translation>
    </message>
    <message>
        <source>The test finds out how the scanner sends its codes, and says what to change in it.</source>
        <translation>测试会查明扫描枪怎样发送条码，并说明需要改哪些设置。</translation>
    </message>
    <message>
        <source>Tested: {0}</source>
        <translation>已测试：{0}</translation>
    </message>
    <message>
        <source>Test scanner</source>
        <translation>测试扫描枪</translation>
    </message>
    <message>
        <source>Find or add the label printer, print a test label, and calibrate it until the label fits.</source>
        <translation>查找或添加标签打印机，打印测试标签，并校准到位置合适。</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>The server publishes people to its stations; an administrator adds others here, and gives PINs to those who sign (key 9 at the start, then 3, or DSCMD-PEOPLE).</source>
        <translation>人员由服务器发布给各工位；其他人由管理员在这里添加，并给需要签字的人设 PIN（首页按 9，再按 3，或扫描 DSCMD-PEOPLE）。</translation>
    </message>
    <message>
        <source>Looking at everything …</source>
        <translation>正在逐项检查…</translation>
    </message>
    <message>
        <source>Everything that is set up is ready.</source>
        <translation>已设置的各项都已就绪。</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>to be mended</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>WordsScreen</name>
    <message>
        <source>Write why; it is kept with the decision. Characters left: {0}</source>
        <translation>请写明原因，会随判定保存。还可输入 {0} 个字</translation>
    </message>
</context>
<context>
    <name>Worklist</name>
    <message>
        <source>Nobody signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>The work begins with your badge.</source>
        <translation>扫描工牌后即可开始工作。</translation>
    </message>
    <message>
        <source>Waiting: {0}, late: {1}</source>
        <translation>待处理：{0}，超时：{1}</translation>
    </message>
    <message>
        <source>Waiting: {0}</source>
        <translation>待处理：{0}</translation>
    </message>
    <message>
        <source>Nothing of this kind is waiting.</source>
        <translation>这一类没有待处理的。</translation>
    </message>
    <message>
        <source>Nothing is waiting.
The next item begins with a scan.</source>
        <translation>没有待处理的商品。
扫描即可开始下一件。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>To inspect</source>
        <translation>待检</translation>
    </message>
    <message>
        <source>To put away</source>
        <translation>待贴标、上架</translation>
    </message>
    <message>
        <source>Unopened</source>
        <translation>未拆包裹</translation>
    </message>
    <message>
        <source>Returns expected: {0}</source>
        <translation>预期退货：{0}</translation>
    </message>
    <message>
        <source>{0} more, less urgent</source>
        <translation>另有 {0} 项，不太急</translation>
    </message>
    <message>
        <source>late since {0}</source>
        <translation>已超时 {0}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>应于 {0}</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未拆</translation>
    </message>
    <message>
        <source>{0}, from {1}</source>
        <translation>{0}，来自 {1}</translation>
    </message>
</context>
<context>
    <name>WritingScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>_Asking</name>
    <message>
        <source>Scan code {0}: {1}</source>
        <translation>请扫 {0} 号条码：{1}</translation>
    </message>
    <message>
        <source>Which scanner it is shows with the first code.</source>
        <translation>扫描第一个条码后即可知道是哪把扫描枪。</translation>
    </message>
    <message>
        <source>Testing: {0}</source>
        <translation>正在检测：{0}</translation>
    </message>
    <message>
        <source>Take the printed test page and scan its codes in their order. Scanners with a camera inside can also read them from this screen.</source>
        <translation>取打印好的检测页，按顺序扫描上面的条码。带摄像头的扫描枪也能直接扫屏幕。</translation>
    </message>
    <message>
        <source>If the scanner stays silent after a few tries, tap: Does not read.</source>
        <translation>如果试几次扫描枪都没有反应，请点“读不出”。</translation>
    </message>
</context>
<context>
    <name>_Result</name>
    <message>
        <source>{0} of {1} codes read</source>
        <translation>已读 {0} / {1} 个条码</translation>
    </message>
    <message>
        <source>Who made this scanner?</source>
        <translation>扫描枪是哪家的？</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>The station judges every scan by itself.</source>
        <translation>本机对每次扫描自行判断。</translation>
    </message>
    <message>
        <source>The station reads its keys by their place.</source>
        <translation>本机按按键位置读取。</translation>
    </message>
    <message>
        <source>The station reads its keys as the system&apos;s layout has them.</source>
        <translation>本机按系统键盘布局读取。</translation>
    </message>
    <message>
        <source>The station reads its text as it comes.</source>
        <translation>本机按收到的文本读取。</translation>
    </message>
    <message>
        <source>What it adds has been learned.</source>
        <translation>它添加的内容已记住。</translation>
    </message>
</context>
<context>
    <name>_Sides</name>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>answering</name>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}：{1}/{2}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>Nobody knows this code. The parcel is put aside and can be matched to its return later.</source>
        <translation>没有人认识这个编码。包裹先暂存，以后可以再匹配到退货单。</translation>
    </message>
    <message>
        <source>The return was cancelled. The parcel is put aside, unopened.</source>
        <translation>该退货单已取消。包裹不拆，先暂存。</translation>
    </message>
    <message>
        <source>The customer has the money back already. The parcel is put aside, unopened.</source>
        <translation>该退货单已经退款。包裹不拆，先暂存。</translation>
    </message>
    <message>
        <source>The return came after its time. This is noted, then the parcel can be opened.</source>
        <translation>退货超过了期限。记录之后即可拆包。</translation>
    </message>
    <message>
        <source>The server asks for more photos with this return. It says nothing about this parcel.</source>
        <translation>服务器要求此退货多拍照片，并不代表这个包裹有问题。</translation>
    </message>
    <message>
        <source>The parcel is damaged. It can be opened all the same.</source>
        <translation>包裹有破损，仍可以拆包。</translation>
    </message>
    <message>
        <source>The parcel is wet. It can be opened all the same.</source>
        <translation>包裹受潮，仍可以拆包。</translation>
    </message>
    <message>
        <source>Somebody opened the parcel before it came here. It can be counted all the same.</source>
        <translation>包裹在到达之前被人拆开过，仍可以清点。</translation>
    </message>
    <message>
        <source>The parcel weighs more or less than what should be in it.</source>
        <translation>包裹重量与应有物品不符。</translation>
    </message>
    <message>
        <source>There is nothing in the parcel that could be counted.</source>
        <translation>包裹里没有可清点的物品。</translation>
    </message>
    <message>
        <source>Less came than was expected.</source>
        <translation>到货少于应到数量。</translation>
    </message>
    <message>
        <source>Something that belongs to the item did not come with it.</source>
        <translation>物品缺少应随附的东西。</translation>
    </message>
    <message>
        <source>More came than was expected. The item is kept and counted as extra.</source>
        <translation>到货多于应到数量。物品留下，记为多出。</translation>
    </message>
    <message>
        <source>Another item came than the one expected. It is kept and counted.</source>
        <translation>来的不是应到的物品。物品留下并清点。</translation>
    </message>
    <message>
        <source>The serial number is not the one that was shipped. The item is kept and counted.</source>
        <translation>序列号与发货时不同。物品留下并清点。</translation>
    </message>
    <message>
        <source>An item with this serial number was received before. It is kept and counted as found.</source>
        <translation>这个序列号以前收过。物品留下，按实物清点。</translation>
    </message>
    <message>
        <source>The goods are past their date.</source>
        <translation>商品已过期。</translation>
    </message>
    <message>
        <source>These goods are recalled: keep them apart from the others.</source>
        <translation>商品已被召回：请与其他物品分开放。</translation>
    </message>
    <message>
        <source>These goods may be dangerous: keep them apart and follow the rules of your site.</source>
        <translation>商品可能有危险：请分开放，并按现场规定处理。</translation>
    </message>
    <message>
        <source>The goods may not be genuine. Somebody else will decide.</source>
        <translation>商品可能不是正品，由他人判定。</translation>
    </message>
    <message>
        <source>the whole label, so that it can be read</source>
        <translation>整张面单，要看得清</translation>
    </message>
    <message>
        <source>the closed parcel with its label, and its other side</source>
        <translation>未拆的包裹带面单的一面，以及另一面</translation>
    </message>
    <message>
        <source>the empty inside, and the label</source>
        <translation>空的箱内，以及面单</translation>
    </message>
    <message>
        <source>the place and the label beside it</source>
        <translation>受损处，连同旁边的面单</translation>
    </message>
    <message>
        <source>the parcel on the scale with its figure</source>
        <translation>秤上的包裹和读数</translation>
    </message>
    <message>
        <source>everything that was in the parcel</source>
        <translation>包裹里的全部物品</translation>
    </message>
    <message>
        <source>the item with its barcode</source>
        <translation>物品和它的条码</translation>
    </message>
    <message>
        <source>the serial number on the item</source>
        <translation>物品上的序列号</translation>
    </message>
    <message>
        <source>the date on the item</source>
        <translation>物品上的日期</translation>
    </message>
    <message>
        <source>the hazard sign, or what leaks</source>
        <translation>危险标志，或泄漏处</translation>
    </message>
    <message>
        <source>the whole item, and what makes you doubt</source>
        <translation>整件物品，以及可疑之处</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实到</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Other return</source>
        <translation>另一退货单</translation>
    </message>
    <message>
        <source>Other item</source>
        <translation>另一件</translation>
    </message>
    <message>
        <source>Came before at</source>
        <translation>之前来到的工位</translation>
    </message>
    <message>
        <source>Came before on</source>
        <translation>之前来到的时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Had to be sent until</source>
        <translation>最晚寄出时间</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>寄出时间</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Expected grams</source>
        <translation>应有克数</translation>
    </message>
    <message>
        <source>Grams weighed</source>
        <translation>称得克数</translation>
    </message>
    <message>
        <source>RMA server</source>
        <translation>退货服务器</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Use by</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>knows nothing of it</source>
        <translation>没有它的记录</translation>
    </message>
    <message>
        <source>out of reach; ask again later</source>
        <translation>连接不上，以后再查</translation>
    </message>
    <message>
        <source>none, the station has no camera</source>
        <translation>无，工位没有相机</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>These parcels are put aside because nobody knows their return. Choose a parcel, then scan or type the return it belongs to, and match them.</source>
        <translation>这些包裹暂存在此，因为不知道属于哪个退货单。先选包裹，再扫描或输入所属的退货单，然后匹配。</translation>
    </message>
    <message>
        <source>Choose that parcel</source>
        <translation>选择该包裹</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>手工输入号码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>These labels wait, or nobody knows whether they came out. Choose one and look at the printer, then say what to do with it.</source>
        <translation>这些标签在等待打印，或不清楚是否已打出。选一张，看看打印机，再决定怎么处理。</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>另一张标签</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>Void it</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>These records wait for the server, or it did not take them. Choose one to read why; a supervisor settles what was refused. Nothing is ever thrown away.</source>
        <translation>这些记录在等待上传，或服务器没有收下。选一条看原因；被拒绝的由主管处理。任何记录都不会被丢弃。</translation>
    </message>
    <message>
        <source>Another part</source>
        <translation>另一部分</translation>
    </message>
    <message>
        <source>Another record</source>
        <translation>另一条记录</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即上传</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>重新上传</translation>
    </message>
    <message>
        <source>Take note of it</source>
        <translation>标记已阅</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>打开该单件</translation>
    </message>
    <message>
        <source>This code belongs to several returns. Choose the one that fits what lies before you; those that are here already stand first.</source>
        <translation>这个号码属于多个退货单。选择与眼前包裹相符的那个；已到这里的排在前面。</translation>
    </message>
    <message>
        <source>Choose that return</source>
        <translation>选择该退货单</translation>
    </message>
    <message>
        <source>None of these: ask the server</source>
        <translation>都不是：问服务器</translation>
    </message>
    <message>
        <source>Type what you know: goods, order, customer or the last digits of the phone. Then press Enter and choose a return by its number or a tap. A scan does as well.</source>
        <translation>输入已知的内容：商品、订单、客户或手机尾号。然后按回车，用数字键或点按选择退货单。扫描也可以。</translation>
    </message>
    <message>
        <source>Done with typing</source>
        <translation>输入完毕</translation>
    </message>
    <message>
        <source>Look at its history only</source>
        <translation>只看它的经过</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>换个词</translation>
    </message>
    <message>
        <source>Choose what is to be done with this decision, or why. Nothing is chosen beforehand; going back changes nothing.</source>
        <translation>选择如何处理这个判定，或选择理由。没有预先选中的；返回不会改变任何内容。</translation>
    </message>
    <message>
        <source>Choose that answer</source>
        <translation>选择该答案</translation>
    </message>
    <message>
        <source>Say the reason in your own words; it is kept with the decision. Press Enter when it is complete.</source>
        <translation>用自己的话写下理由；它会与判定一起保存。写完按回车。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>A second person approves: they scan their badge and enter their PIN. The first person&apos;s decision is kept beside it.</source>
        <translation>需要第二个人批准：由其扫描自己的工牌并输入 PIN。第一个人的判定会一并保留。</translation>
    </message>
    <message>
        <source>A digit of the PIN</source>
        <translation>PIN 的一位数字</translation>
    </message>
    <message>
        <source>Type the badge</source>
        <translation>输入工牌号</translation>
    </message>
    <message>
        <source>Choose a printer to see how it is. Change a setting by its number and print a test label to see what it did.</source>
        <translation>选择一台打印机查看状态。按数字键更改设置，再打印测试标签看效果。</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>另一台打印机</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>测试打印</translation>
    </message>
    <message>
        <source>Change that setting</source>
        <translation>更改该设置</translation>
    </message>
    <message>
        <source>Find or add a printer</source>
        <translation>查找或添加打印机</translation>
    </message>
    <message>
        <source>Answer the question about the printer: tap the answer that fits, or press its number. Going back changes nothing.</source>
        <translation>回答关于打印机的问题：点按符合的答案，或按它的数字键。返回不会改变任何内容。</translation>
    </message>
    <message>
        <source>Type the value, or scan it. Enter keeps it; going back changes nothing.</source>
        <translation>输入数值，或扫描它。回车保存；返回不会改变任何内容。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Everybody who may work here. Choose somebody by number or tap; people of the server are changed there. What is changed counts at once.</source>
        <translation>可以在这里工作的所有人。按数字或点按选择；来自服务器的人员只能在服务器上更改。更改立即生效。</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Scan the badge, or type it. Then type the name as the others read it.</source>
        <translation>扫描或输入工牌，然后输入大家看到的姓名。</translation>
    </message>
    <message>
        <source>Choose what the setting is about, then the setting. What you give is checked and written at once; the line above says whether it counts now or after a restart.</source>
        <translation>先选类别，再选设置。输入的值立即检查并写入；上方提示它是立即生效还是重新启动后生效。</translation>
    </message>
    <message>
        <source>Enter the digits and press Enter; a new PIN is entered twice.</source>
        <translation>输入数字并按 Enter；新的 PIN 要输入两次。</translation>
    </message>
    <message>
        <source>This sets the station up. Do what the step says, or go on with Enter and come back to it from the settings.</source>
        <translation>这里设置工位。按步骤说明操作，或按 Enter 继续，以后从设置里再来。</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Choose the camera by its number. Then move it, or the lamp, until the line below the picture says that it is sharp and light enough.</source>
        <translation>按编号选择摄像头，再调整摄像头或灯光，直到画面下方提示清晰、亮度足够。</translation>
    </message>
    <message>
        <source>Choose that camera</source>
        <translation>选择该摄像头</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>This is all that happened to the item, the newest below. Choose an event to read it in full; photos open large. What other stations did is asked of the server.</source>
        <translation>这里是这一件的全部经过，最新的在最下面。选一条可看全文；照片可放大。其他工位所做的要问服务器。</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>另一条</translation>
    </message>
    <message>
        <source>Its photo, large</source>
        <translation>放大它的照片</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>报告存为 PDF</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>问服务器</translation>
    </message>
    <message>
        <source>Type the code as it is printed below the bars; capital and small letters differ. A scan does as well and leaves this screen.</source>
        <translation>按条码下方印刷的内容输入；区分大小写。扫描也可以，并会离开此屏幕。</translation>
    </message>
    <message>
        <source>This is the code</source>
        <translation>就是这个号码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The picture shows several codes. Tap the one that counts, or press its number; a scan does as well.</source>
        <translation>图片上有多个条码。点按需要的那个，或按它的数字键；扫描也可以。</translation>
    </message>
    <message>
        <source>Choose that code</source>
        <translation>选择该条码</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Scan the codes of the test page one after the other, with the scanner that is to be tested. At the end the screen says what to change in it.</source>
        <translation>用要测试的扫描枪，逐个扫描测试页上的条码。最后屏幕会说明要改哪些设置。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>The station is starting. If it cannot, the sentence on the screen says why; when that is mended, try again.</source>
        <translation>工位正在启动。如果启动不了，屏幕上的句子会说明原因；排除后再试一次。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Scan your badge to begin. Whoever scans a badge works here until the next person scans theirs.</source>
        <translation>扫描您的工牌即可开始。谁扫了工牌，就由谁在这里工作，直到下一位扫描自己的工牌。</translation>
    </message>
    <message>
        <source>Scan the parcel&apos;s return label, or hold it before the camera. Or take up what waits in the list: tap it, or scan the label of the item.</source>
        <translation>扫描包裹上的退货面单，或把它举到摄像头前。也可以接着处理列表里等待的工作：点按它，或扫描单件的标签。</translation>
    </message>
    <message>
        <source>Mark another row of the list</source>
        <translation>选中列表的另一行</translation>
    </message>
    <message>
        <source>Take up the marked row</source>
        <translation>处理选中的这一行</translation>
    </message>
    <message>
        <source>Show a part of the list</source>
        <translation>只看列表的一部分</translation>
    </message>
    <message>
        <source>Take parcels in</source>
        <translation>收包裹</translation>
    </message>
    <message>
        <source>Search for a return</source>
        <translation>搜索退货单</translation>
    </message>
    <message>
        <source>What waits for the server</source>
        <translation>等待上传的记录</translation>
    </message>
    <message>
        <source>Scan every item in the parcel; each scan counts one. What has no code is picked by name. When the parcel is empty, say that it is done.</source>
        <translation>逐件扫描包裹里的商品，每扫一次计一件。没有条码的按名称选。包裹清空后，点“收完”。</translation>
    </message>
    <message>
        <source>Inspect the item counted last</source>
        <translation>检验最后清点的这一件</translation>
    </message>
    <message>
        <source>Done with this parcel</source>
        <translation>这个包裹收完了</translation>
    </message>
    <message>
        <source>Pick by name</source>
        <translation>按名称选</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Void a counted item</source>
        <translation>作废已清点的单件</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>发现问题</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Look at the item and answer the question: tap the answer or press its number. Where a photo is asked for, hold the place before the camera and release.</source>
        <translation>看着商品回答问题：点按答案，或按它的数字键。需要照片时，把该处对准摄像头再按快门。</translation>
    </message>
    <message>
        <source>Give that answer</source>
        <translation>选择该答案</translation>
    </message>
    <message>
        <source>The shutter, or confirm</source>
        <translation>拍照，或确认</translation>
    </message>
    <message>
        <source>All answers so far</source>
        <translation>查看已答的题目</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Undo the last answer</source>
        <translation>撤销上一个答案</translation>
    </message>
    <message>
        <source>The question before this one</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>Scan your badge; where a PIN is asked for, enter it and press Enter. What was under way is kept below this page.</source>
        <translation>扫描您的工牌；要求输入 PIN 时，输入后按 Enter。进行中的工作保留在此页之下。</translation>
    </message>
    <message>
        <source>Type the code of your badge; capital and small letters differ.</source>
        <translation>输入工牌上的编码；区分大小写。</translation>
    </message>
    <message>
        <source>Lock the station while you are away: your badge brings everything back. Or sign out: what is begun waits in the list for whoever takes it up.</source>
        <translation>离开时锁定工位：扫描您的工牌即可回到原处。或者退出登录：已开始的工作在列表中等待别人接手。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Lock or sign out</source>
        <translation>锁定或退出登录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Hand over to somebody else</source>
        <translation>交给别人</translation>
    </message>
    <message>
        <source>Read what the rules decided and why. Print the label, stick it on the item and scan it; then scan the bin into which the item goes.</source>
        <translation>看清规则的判定和理由。打印标签，贴到商品上并扫描它；然后扫描要放入的货位。</translation>
    </message>
    <message>
        <source>What the large blue button says</source>
        <translation>大蓝色按钮上写的动作</translation>
    </message>
    <message>
        <source>Type the bin&apos;s code</source>
        <translation>输入货位号</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Why, and what else can be done</source>
        <translation>理由，以及还能做什么</translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>Look at the photo and mark what matters: choose a pin, an arrow or a box and draw on the picture. The photo itself is never changed.</source>
        <translation>查看照片并标出要点：选图钉、箭头或方框，在图上画。照片本身不会被改动。</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>图钉</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>The next photo</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Say what differs: choose the answer that fits, and take the photos that are asked for. Then record it.</source>
        <translation>说明差异：选择符合的答案，拍下要求的照片，然后记录。</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Leave it for now</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <source>Scan one parcel after the other; nothing needs to be opened. If the last one is not intact, say so at once by its button, and take the photo.</source>
        <translation>一个接一个扫描包裹，不用开箱。如果刚才那个外观不完好，马上按对应的按钮说明，并拍照。</translation>
    </message>
    <message>
        <source>Note the state of the last parcel</source>
        <translation>记录刚才那个包裹的外观</translation>
    </message>
    <message>
        <source>Weigh it</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Print its label</source>
        <translation>打印它的标签</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Answer the question: tap the answer that fits, or press its number. Nothing is chosen beforehand; going back changes nothing.</source>
        <translation>回答问题：点按符合的答案，或按它的数字键。没有预先选中的；返回不会改变任何内容。</translation>
    </message>
    <message>
        <source>Say what is wrong with this parcel: tap the kind, or press its number. The next screen asks for what proves it.</source>
        <translation>说明这个包裹出了什么问题：点按类型，或按它的数字键。下一个屏幕会要求取证。</translation>
    </message>
    <message>
        <source>Choose that kind</source>
        <translation>选择该类型</translation>
    </message>
    <message>
        <source>Nothing is wrong: back</source>
        <translation>没有问题：返回</translation>
    </message>
    <message>
        <source>Say why somebody else goes on with this item: tap a reason. The item then waits for them, with every answer and photo.</source>
        <translation>说明为什么由别人接着处理这一件：点按一个原因。这一件会连同全部答案和照片等待接手。</translation>
    </message>
    <message>
        <source>Choose that reason</source>
        <translation>选择该原因</translation>
    </message>
    <message>
        <source>Keep the item</source>
        <translation>不交接</translation>
    </message>
    <message>
        <source>Put the parcel on the scale and wait until the figure stands still, or type the weight in grams. Then keep it.</source>
        <translation>把包裹放到秤上，等数字稳定，或输入重量（克）。然后保存。</translation>
    </message>
    <message>
        <source>Type the weight</source>
        <translation>输入重量</translation>
    </message>
    <message>
        <source>Keep this weight</source>
        <translation>保存这个重量</translation>
    </message>
    <message>
        <source>Leave, or erase a digit</source>
        <translation>离开，或删除一位数字</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>intact</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>wet</source>
        <translation>受潮</translation>
    </message>
    <message>
        <source>opened on the way</source>
        <translation>途中被拆开</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已清点</translation>
    </message>
    <message>
        <source>being inspected</source>
        <translation>检验中</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已判定</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>已贴标</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>已入位</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm:ss</source>
        <translation>yyyy年M月d日 HH:mm:ss</translation>
    </message>
    <message>
        <source>grade {0}</source>
        <translation>等级 {0}</translation>
    </message>
    <message>
        <source>copy {0}</source>
        <translation>第 {0} 份副本</translation>
    </message>
    <message>
        <source>into {0}</source>
        <translation>放入 {0}</translation>
    </message>
    <message>
        <source>serial number {0}</source>
        <translation>序列号 {0}</translation>
    </message>
    <message>
        <source>from station {0}</source>
        <translation>来自工位 {0}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>This code is too long to be one that is used here. Scan another code on the item or the parcel.</source>
        <translation>这个条码太长，不是这里使用的码。请扫描商品或包裹上的其他条码。</translation>
    </message>
    <message>
        <source>More than {limit} scans are waiting. Stop a moment until the screen has caught up, then scan this one again.</source>
        <translation>等待处理的扫描超过 {limit} 个。请稍停，等屏幕跟上后再扫描这一个。</translation>
    </message>
    <message>
        <source>The scanner sent nothing. Scan again.</source>
        <translation>扫描枪没有送来内容。请再扫一次。</translation>
    </message>
    <message>
        <source>Nothing here uses the code {code}. Scan the return label, the item&apos;s barcode or its licence plate.</source>
        <translation>这里用不到条码 {code}。请扫描退货面单、商品条码或件码。</translation>
    </message>
    <message>
        <source>{code} is not expected at this step. Do what the screen asks first, then scan it again.</source>
        <translation>这一步用不到 {code}。请先完成屏幕上的操作，再扫描它。</translation>
    </message>
    <message>
        <source>{code} was read already and is counted once. Go on with the next one.</source>
        <translation>{code} 已经读过，只计一次。请继续下一个。</translation>
    </message>
    <message>
        <source>No return is known for {code}. Scan the label on its parcel, or another code there.</source>
        <translation>没有找到 {code} 的退货单。请扫描包裹上的面单，或上面的其他编码。</translation>
    </message>
    <message>
        <source>{code} is not known here, and the RMA server cannot be asked now. Scan the label on its parcel, or try again later.</source>
        <translation>本机没有 {code}，现在也无法询问退货服务器。请扫描包裹上的面单，或稍后再试。</translation>
    </message>
    <message>
        <source>{code} fits {count} returns. Scan another code of the parcel, such as the return label.</source>
        <translation>{code} 对应 {count} 张退货单。请扫描包裹上的其他条码，例如退货面单。</translation>
    </message>
    <message>
        <source>Parcel {parcel} is finished already. If there is more in it, set it aside and tell your supervisor.</source>
        <translation>包裹 {parcel} 已经收完。如果里面还有东西，请放到一边并告诉主管。</translation>
    </message>
    <message>
        <source>This parcel is not known here. Scan its label again.</source>
        <translation>本站没有这个包裹。请重新扫描它的面单。</translation>
    </message>
    <message>
        <source>Parcel {code} is not open, so nothing can be counted into it. Scan its label first.</source>
        <translation>包裹 {code} 没有打开，不能清点。请先扫描它的面单。</translation>
    </message>
    <message>
        <source>Item {lpn} is already past this step. Scan its licence plate to see where it stands.</source>
        <translation>单件 {lpn} 已经过了这一步。请扫描它的件码查看当前状态。</translation>
    </message>
    <message>
        <source>No item with the licence plate {lpn} was received here. Scan it again, or receive its parcel first.</source>
        <translation>本站没有收过件码为 {lpn} 的商品。请重新扫描，或先收它的包裹。</translation>
    </message>
    <message>
        <source>{answer} is no answer to this question. Choose one of those on the screen.</source>
        <translation>{answer} 不是这个问题的选项。请选择屏幕上的一项。</translation>
    </message>
    <message>
        <source>{answer} is no number. Enter it with the digits, and a point where it has decimals.</source>
        <translation>{answer} 不是数字。请用数字输入，小数用点。</translation>
    </message>
    <message>
        <source>{answer} cannot be right: it must be from {least} to {most} {unit}. Measure again.</source>
        <translation>{answer} 不合理：应在 {least} 到 {most} {unit} 之间。请重新测量。</translation>
    </message>
    <message>
        <source>It is not said how bad the defect is. Choose minor, major or critical for each one.</source>
        <translation>还没有选缺陷的严重程度。请给每一项选轻微、严重或致命。</translation>
    </message>
    <message>
        <source>It is not said where the defect is. Choose a place for each one.</source>
        <translation>还没有选缺陷的位置。请给每一项选一个位置。</translation>
    </message>
    <message>
        <source>Write something here, {most} characters at the most.</source>
        <translation>请在这里写明，最多 {most} 个字。</translation>
    </message>
    <message>
        <source>This is no code that can be kept here. Scan the code on the item, {most} characters at the most.</source>
        <translation>这个码不能记录。请扫描商品上的码，最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>The pieces on the return have changed. Count each piece on the list once more.</source>
        <translation>退货单上的配件有变动。请按清单重新清点一次。</translation>
    </message>
    <message>
        <source>The checklist has no question {question}. Go back to the start and scan the item again.</source>
        <translation>检查表里没有问题 {question}。请返回首页，重新扫描商品。</translation>
    </message>
    <message>
        <source>This question is not asked now. Answer the one on the screen.</source>
        <translation>现在不问这一题。请回答屏幕上的问题。</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Tap an answer, or press its number.</source>
        <translation>还没有选。请点选一个答案，或按它的数字。</translation>
    </message>
    <message>
        <source>Nothing is ticked yet. Tick what you see, or say that nothing was found (0).</source>
        <translation>还没有勾选。看到什么就勾什么；什么都没有请按“未发现”（0）。</translation>
    </message>
    <message>
        <source>No number is entered yet. Enter it, then confirm.</source>
        <translation>还没有输入数字。请输入后再确认。</translation>
    </message>
    <message>
        <source>No code was read yet. Scan it, or type it with F4.</source>
        <translation>还没有读到编码。请扫描，或按 F4 手工输入。</translation>
    </message>
    <message>
        <source>This question wants words, not a number. Write them, then confirm.</source>
        <translation>这一题要写文字，不是数字。写好后再确认。</translation>
    </message>
    <message>
        <source>One piece is not counted yet: the one that is framed. Say how many there are, 0 for none.</source>
        <translation>还有一件没有清点：带框的那件。请输入数量，没有就填 0。</translation>
    </message>
    <message>
        <source>The time has not run yet. Start it, wait for its end, then answer.</source>
        <translation>时间还没走完。请先开始计时，等结束后再回答。</translation>
    </message>
    <message>
        <source>There is no answer to take back for {lpn}.</source>
        <translation>{lpn} 没有可以撤回的答案。</translation>
    </message>
    <message>
        <source>The answers of another item cannot be taken over for {lpn}: only those of the last one, sealed and of the same line. Answer the questions.</source>
        <translation>{lpn} 不能沿用别件的答案：只能沿用同一退货行上一件密封商品的。请逐题回答。</translation>
    </message>
    <message>
        <source>The inspection of {lpn} has not begun. Scan the licence plate to begin.</source>
        <translation>{lpn} 还没有开始质检。请扫描件码开始。</translation>
    </message>
    <message>
        <source>No checklist is set up for goods of the category {category}. Set the item aside and tell your administrator.</source>
        <translation>没有类别 {category} 的检查表。请把商品放到一边并告知管理员。</translation>
    </message>
    <message>
        <source>The checklist that this inspection began with is not on this computer any more ({digest}). Tell your supervisor.</source>
        <translation>本次质检开始时用的检查表已不在这台电脑上（{digest}）。请告诉主管。</translation>
    </message>
    <message>
        <source>No rules are set up for goods of the category {category}. Set the item aside and tell your administrator.</source>
        <translation>没有类别 {category} 的判定规则。请把商品放到一边并告知管理员。</translation>
    </message>
    <message>
        <source>The rules have no answer for this item (table {table}). Set it aside and tell your administrator.</source>
        <translation>判定规则没有覆盖这件商品（表 {table}）。请放到一边并告知管理员。</translation>
    </message>
    <message>
        <source>The rule {rule} cannot be worked out: {why}. Set the item aside and tell your administrator.</source>
        <translation>规则 {rule} 无法计算：{why}。请把商品放到一边并告知管理员。</translation>
    </message>
    <message>
        <source>{disposition} is not set up as a place for goods. Press F9 to send the item elsewhere, or tell your administrator.</source>
        <translation>去向“{disposition}”已不在设置中。按 F9 为商品改选去向，或告诉管理员。</translation>
    </message>
    <message>
        <source>This answer needs a photo. Hold the item before the camera and press Space.</source>
        <translation>这个答案需要照片。请把商品放到镜头前，按空格键。</translation>
    </message>
    <message>
        <source>A photo is missing from this computer. Take it again.</source>
        <translation>这台电脑上少了一张照片。请重新拍摄。</translation>
    </message>
    <message>
        <source>A photo on this computer is damaged. Take it again, and tell your administrator: the disk may be failing.</source>
        <translation>这台电脑上有一张照片已损坏。请重新拍摄，并告知管理员：硬盘可能有故障。</translation>
    </message>
    <message>
        <source>The camera gave no picture. Check that it is plugged in, then take the photo again.</source>
        <translation>相机没有送来画面。请检查连接，然后重新拍摄。</translation>
    </message>
    <message>
        <source>These marks cannot be kept: a photo takes {most} at the most, all within the picture. Remove some of them.</source>
        <translation>标记无法保存：每张照片最多 {most} 个，且都要在画面内。请去掉一些。</translation>
    </message>
    <message>
        <source>No photo is asked for now, so the picture was not taken. Answer the question, or take a photo again (F7).</source>
        <translation>现在不需要照片，图片没有收下。请回答题目，或打开照片重拍（F7）。</translation>
    </message>
    <message>
        <source>{file} came when no photo was asked for, so it was not taken. Take it again, or drop the file here, when one is.</source>
        <translation>{file} 到达时没有要求拍照，未采用。要求拍照时请重拍，或把文件拖到这里。</translation>
    </message>
    <message>
        <source>{waiting} photos are still being written; this one was not taken. Wait a moment, then take it again.</source>
        <translation>还有 {waiting} 张照片正在写入，这张没有拍下。请稍等再拍。</translation>
    </message>
    <message>
        <source>No camera is set up. Codes are read with the scanner; for photos, name a camera in station.toml.</source>
        <translation>没有设置相机。可以用扫描枪读码；需要拍照时，请在 station.toml 里设置相机。</translation>
    </message>
    <message>
        <source>No camera is set up. When the inspection asks for a photo, a new picture in the folder {folder} is taken as it.</source>
        <translation>没有设置摄像头。质检要求拍照时，文件夹 {folder} 里新出现的图片就是这张照片。</translation>
    </message>
    <message>
        <source>The camera gives no picture. Check its cable; it is tried again by itself.</source>
        <translation>相机没有画面。请检查连线；系统会自动重试。</translation>
    </message>
    <message>
        <source>The camera {source} cannot be opened. Check its cable and that no other program uses it.</source>
        <translation>打不开相机 {source}。请检查连线，并确认没有其他程序占用。</translation>
    </message>
    <message>
        <source>This picture cannot be used. Take it again.</source>
        <translation>这张图片不能用。请重新拍摄。</translation>
    </message>
    <message>
        <source>This picture is too large. Use one with fewer pixels.</source>
        <translation>这张图片太大。请使用像素较少的图片。</translation>
    </message>
    <message>
        <source>The picture {file} cannot be read. It may be damaged, or none of JPEG, PNG, WebP and BMP; use another one.</source>
        <translation>图片 {file} 读不出来，可能已损坏，或不是 JPEG、PNG、WebP、BMP。请换一张。</translation>
    </message>
    <message>
        <source>Reading codes by camera needs the library {library}, which is missing. Tell your administrator to install it.</source>
        <translation>用相机读码需要的库 {library} 没有安装。请告知管理员安装。</translation>
    </message>
    <message>
        <source>There is no bin {code}. Scan the label of a bin at this station.</source>
        <translation>没有货位 {code}。请扫描本工位的货位标签。</translation>
    </message>
    <message>
        <source>The bin {code} does not take this item. Put it into {bins}, and scan that one.</source>
        <translation>货位 {code} 不收此商品。请放入 {bins} 并扫描该货位。</translation>
    </message>
    <message>
        <source>This did not work ({code}). Try again; if it stays, tell your supervisor this code.</source>
        <translation>操作没有成功（{code}）。请重试；如仍失败，请把这个代码告诉主管。</translation>
    </message>
    <message>
        <source>Nobody is registered with the badge {badge}. Use another badge, or tell your administrator.</source>
        <translation>没有登记工牌 {badge}。请换一张工牌，或告知管理员。</translation>
    </message>
    <message>
        <source>Nobody is signed in. Scan your badge first.</source>
        <translation>还没有人登录。请先扫描工牌。</translation>
    </message>
    <message>
        <source>Nobody may sign in here yet. The window asks for the first administrator with a code; or publish people at the server.</source>
        <translation>还没有人可以登录。窗口会凭一次性代码登记第一位管理员；也可以在服务器上发布人员。</translation>
    </message>
    <message>
        <source>{name} may not do this as {role}. Ask somebody with the right role to scan their badge.</source>
        <translation>{name} 的角色（{role}）不能这样做。请有权限的人扫描工牌。</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the label of {lpn} came out. Look at the printer and answer on the screen first.</source>
        <translation>还不知道 {lpn} 的标签是否打出。请先查看打印机，并在屏幕上回答。</translation>
    </message>
    <message>
        <source>The label has not been sent to the printer yet. Wait a moment, or print it again.</source>
        <translation>标签还没有发送到打印机。请稍等，或重新打印。</translation>
    </message>
    <message>
        <source>The label of {lpn} was not printed: the printer took nothing. Check that it is on and has paper, then print again.</source>
        <translation>{lpn} 的标签没有打印：打印机没有接收。请检查电源和纸，然后重新打印。</translation>
    </message>
    <message>
        <source>Nobody knows whether the label of {lpn} came out. Look at the printer: scan the label if it is there, else print again.</source>
        <translation>不知道 {lpn} 的标签是否打出。请查看打印机：打出了就扫描标签，没有就重新打印。</translation>
    </message>
    <message>
        <source>This print job is not known here. Print the label again.</source>
        <translation>本站没有这个打印任务。请重新打印标签。</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program. Close that program, or choose another port.</source>
        <translation>端口 {port} 被其他程序占用。请关闭该程序，或换一个端口。</translation>
    </message>
    <message>
        <source>The print queue {printer} would not take the label. Check its name in printers.toml, and its language: pdf, unless the queue is raw.</source>
        <translation>打印队列 {printer} 不接收该标签。请检查 printers.toml 中的队列名称和 language：除非是原始（raw）队列，否则应为 pdf。</translation>
    </message>
    <message>
        <source>The printer stopped taking data. Look whether the label came out, then answer on the screen.</source>
        <translation>打印机中途停止接收。请查看标签是否打出，然后在屏幕上回答。</translation>
    </message>
    <message>
        <source>The connection to the printer broke off. Look whether the label came out, then answer on the screen.</source>
        <translation>与打印机的连接中断。请查看标签是否打出，然后在屏幕上回答。</translation>
    </message>
    <message>
        <source>No printer is called {name}. Correct the name in printers.toml or station.toml.</source>
        <translation>没有名为 {name} 的打印机。请在 printers.toml 或 station.toml 里改正。</translation>
    </message>
    <message>
        <source>The label cannot be filled in: {what}. Tell your administrator.</source>
        <translation>标签内容有误：{what}。请告知管理员。</translation>
    </message>
    <message>
        <source>{code} is the label of another item; this one is {lpn}. Find the right label, or go back and finish the other item.</source>
        <translation>{code} 是另一件商品的标签，这一件是 {lpn}。请找到正确的标签，或先完成另一件商品。</translation>
    </message>
    <message>
        <source>The code on the label cannot be read back, so it was not printed. Tell your administrator to check the label layout.</source>
        <translation>标签上的条码无法读回，因此没有打印。请管理员检查标签版式。</translation>
    </message>
    <message>
        <source>The text {field} does not fit on the label. Tell your administrator to check the label layout.</source>
        <translation>内容 {field} 在标签上放不下。请管理员检查标签版式。</translation>
    </message>
    <message>
        <source>The label layout {file} cannot be used: {what}. Tell your administrator to correct it in config/labels.</source>
        <translation>标签版式 {file} 不能用：{what}。请管理员在 config/labels 里改正。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {minutes} min behind the server&apos;s. Tell your administrator to set it. Go on working: the server&apos;s time counts.</source>
        <translation>这台电脑的时钟比服务器慢 {minutes} 分钟。请告诉管理员校准。可继续工作：以服务器时间为准。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {minutes} min ahead of the server&apos;s. Tell your administrator to set it. Go on working: the server&apos;s time counts.</source>
        <translation>这台电脑的时钟比服务器快 {minutes} 分钟。请告诉管理员校准。可继续工作：以服务器时间为准。</translation>
    </message>
    <message>
        <source>{name} may not work here any more. Scan another badge, or tell your administrator.</source>
        <translation>{name} 已不能在这里工作。请扫描另一张工牌，或告诉管理员。</translation>
    </message>
    <message>
        <source>A badge has 1 to 32 capital letters, digits and hyphens. Scan it, or type it as it is printed.</source>
        <translation>工牌由 1 到 32 个大写字母、数字和连字符组成。请扫描，或按印刷内容输入。</translation>
    </message>
    <message>
        <source>A name has 1 to {most} characters. Enter it again.</source>
        <translation>姓名有 1 到 {most} 个字符。请重新输入。</translation>
    </message>
    <message>
        <source>The badge {badge} is somebody&apos;s already. Use another badge, or change that person.</source>
        <translation>工牌 {badge} 已经属于别人。请用另一张工牌，或更改那个人。</translation>
    </message>
    <message>
        <source>{name} comes from the RMA server and can be changed there alone. Nothing was changed.</source>
        <translation>{name} 来自退货服务器，只能在那里更改。没有任何改动。</translation>
    </message>
    <message>
        <source>Nobody would administer this station any more. Make somebody else administrator first.</source>
        <translation>这样就没有人管理此工位了。请先让别人成为管理员。</translation>
    </message>
    <message>
        <source>This station has an administrator already, who can add others.</source>
        <translation>此工位已有管理员，可由管理员添加其他人。</translation>
    </message>
    <message>
        <source>There is no code for the first administrator. “dockstation people first” makes one.</source>
        <translation>还没有第一位管理员的代码。“dockstation people first”可以生成。</translation>
    </message>
    <message>
        <source>The two PINs differ. Nothing was changed; enter it twice alike.</source>
        <translation>两次输入的 PIN 不同。没有任何改动；请输入两次相同的 PIN。</translation>
    </message>
    <message>
        <source>This is not the code for the first administrator. Try again.</source>
        <translation>这不是第一位管理员的代码。请重试。</translation>
    </message>
    <message>
        <source>This is not the code for the first administrator. The next try is possible in {seconds} s.</source>
        <translation>这不是第一位管理员的代码。{seconds} 秒后才能再试。</translation>
    </message>
    <message>
        <source>Too many wrong codes. Try again in {seconds} s.</source>
        <translation>错误的代码太多。请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>{name} has no PIN, and this station asks for one. The administrator can set one.</source>
        <translation>{name} 没有 PIN，而此工位要求输入 PIN。管理员可以设置。</translation>
    </message>
    <message>
        <source>The station is still being set up. Go on to the end with Enter, then scan your badge.</source>
        <translation>工位还在设置中。请按 Enter 走完各步，再扫描工牌。</translation>
    </message>
    <message>
        <source>The disk has {free} MB left. Tell your administrator to make room; work goes on until {stop} MB.</source>
        <translation>磁盘只剩 {free} MB。请告诉管理员腾出空间；低于 {stop} MB 之前可继续工作。</translation>
    </message>
    <message>
        <source>The disk has only {free} MB left: nothing new is begun below {least} MB. Finish what is open and have room made; then work goes on by itself.</source>
        <translation>磁盘只剩 {free} MB：低于 {least} MB 时不再开始新的工作。请完成手头的工作，并请人腾出空间；之后会自动继续。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed. Free some space, then do the last step again.</source>
        <translation>磁盘已满，没有改动任何内容。请腾出空间，然后重做上一步。</translation>
    </message>
    <message>
        <source>The disk could not be written; nothing was changed. Try again; if it stays, stop working and tell your administrator.</source>
        <translation>磁盘写入失败，没有改动任何内容。请重试；如仍失败，请停止作业并告知管理员。</translation>
    </message>
    <message>
        <source>The data of this station was written by a newer version ({version}). Install that version or a newer one; nothing was changed.</source>
        <translation>本站数据由更新的版本（{version}）写入。请安装该版本或更新的版本；没有改动任何内容。</translation>
    </message>
    <message>
        <source>The data is of another version ({version}, here {wanted}). Use the program of the station, or start the station once with this one.</source>
        <translation>数据是另一个版本的（{version}，本程序为 {wanted}）。请用该工位的程序，或用本程序启动一次工位。</translation>
    </message>
    <message>
        <source>There is no data of a station in {folder} yet. Start dockstation once, or name another folder.</source>
        <translation>{folder} 里还没有工位数据。请先启动一次 dockstation，或指定其他文件夹。</translation>
    </message>
    <message>
        <source>The data of this station is damaged. Stop working and tell your administrator: do not delete anything.</source>
        <translation>本站数据已损坏。请停止作业并告知管理员，不要删除任何文件。</translation>
    </message>
    <message>
        <source>Another dockstation is already running with the data in {folder}. Use the window that is open.</source>
        <translation>dockstation 已经在使用 {folder} 里的数据运行。请使用已打开的窗口。</translation>
    </message>
    <message>
        <source>{file}, line {line}: nothing is called {key}. Did you mean {meant}?</source>
        <translation>{file} 第 {line} 行：没有 {key} 这一项。是不是 {meant}？</translation>
    </message>
    <message>
        <source>{file}, line {line}: {key} must be {wanted}. Correct it and start again.</source>
        <translation>{file} 第 {line} 行：{key} 应为 {wanted}。请改正后重新启动。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this cannot be read ({why}). Correct it and start again.</source>
        <translation>{file} 第 {line} 行：无法读取（{why}）。请改正后重新启动。</translation>
    </message>
    <message>
        <source>{file}: what the server says of this person cannot be read. Publish it anew, or update the station.</source>
        <translation>{file}：服务器给出的这个人员的信息读不懂。请重新发布，或更新工位程序。</translation>
    </message>
    <message>
        <source>The file {file} is missing from the config folder. Put it back, or install dockstation again.</source>
        <translation>配置文件夹里缺少 {file}。请补回，或重新安装 dockstation。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({why}). Check that it is there and may be read.</source>
        <translation>无法读取文件 {file}（{why}）。请检查它是否存在、是否有权限。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {key} is missing. Add it and start again.</source>
        <translation>{file} 第 {line} 行：缺少 {key}。请补上后重新启动。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {value} is there twice. Give one of them another name.</source>
        <translation>{file} 第 {line} 行：{value} 重复。请给其中一个换个名称。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is no {value}. Perhaps meant: {meant}.</source>
        <translation>{file} 第 {line} 行：没有 {value}。可能是：{meant}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: it cannot extend {value}, which is not there or extends this file itself.</source>
        <translation>{file} 第 {line} 行：不能继承 {value}，它不存在，或者它本身继承自这个文件。</translation>
    </message>
    <message>
        <source>{separator} cannot stand for the GS1 separator. Choose one of {allowed} in station.toml.</source>
        <translation>{separator} 不能用作 GS1 分隔符。请在 station.toml 中从 {allowed} 里选一个。</translation>
    </message>
    <message>
        <source>{pattern} is no usable pattern for order numbers. Correct order_pattern in station.toml.</source>
        <translation>{pattern} 不是可用的订单号格式。请修改 station.toml 中的 order_pattern。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({why}). Name another one, or let this user write to it.</source>
        <translation>文件夹 {folder} 无法使用（{why}）。请换一个，或授予写入权限。</translation>
    </message>
    <message>
        <source>{file} is there already; nothing was written. Name another file, or say --force to replace it.</source>
        <translation>{file} 已经存在，没有写入。请换一个文件名，或用 --force 覆盖。</translation>
    </message>
    <message>
        <source>The file {file} cannot be written ({why}). Name another place, or allow writing there.</source>
        <translation>文件 {file} 无法写入（{why}）。请换个位置，或授予写入权限。</translation>
    </message>
    <message>
        <source>There is no screen to show the window on. Start it in a desktop session.</source>
        <translation>没有可显示窗口的屏幕。请在桌面会话中启动。</translation>
    </message>
    <message>
        <source>Running the server needs the library {library}, which is missing. Install dockstation with its part &quot;server&quot;.</source>
        <translation>运行服务器缺少库 {library}。请安装带 server 部分的 dockstation。</translation>
    </message>
    <message>
        <source>{url} is not an address of a server. Write it as https://name or https://name:port.</source>
        <translation>{url} 不是服务器地址。请写成 https://名称 或 https://名称:端口。</translation>
    </message>
    <message>
        <source>The server {host} is addressed without encryption, which is only allowed on this computer. Use https://.</source>
        <translation>服务器 {host} 的地址没有加密，只有本机才允许这样。请用 https://。</translation>
    </message>
    <message>
        <source>The RMA server refused this for good: {detail} It is kept here; your supervisor must settle it.</source>
        <translation>退货服务器拒绝了该内容：{detail}数据仍保存在本机，请交主管处理。</translation>
    </message>
    <message>
        <source>The RMA server cannot be reached. Go on working: everything is kept here and sent later.</source>
        <translation>连不上退货服务器。请继续作业：所有记录都保存在本机，稍后上传。</translation>
    </message>
    <message>
        <source>The printer {printer} cannot be reached; nothing was printed. Check that it is on and its cable is in, then print again.</source>
        <translation>无法连接打印机 {printer}，未打印任何内容。请检查电源和网线，然后再打印。</translation>
    </message>
    <message>
        <source>The RMA server did not answer in time. Go on working: everything is kept here and sent again later.</source>
        <translation>退货服务器没有及时应答。请继续作业：所有记录都保存在本机，稍后重传。</translation>
    </message>
    <message>
        <source>The RMA server is busy (status {status}). Go on working: everything is kept here and sent later.</source>
        <translation>退货服务器繁忙（状态 {status}）。请继续作业：所有记录都保存在本机，稍后上传。</translation>
    </message>
    <message>
        <source>The RMA server cannot prove who it is (certificate). Go on working; tell your administrator to check certificate and clock.</source>
        <translation>退货服务器的证书无法验证。可以继续作业；请管理员检查证书和本机时间。</translation>
    </message>
    <message>
        <source>The RMA server refused a message as too large. It is kept here; tell your administrator.</source>
        <translation>退货服务器以内容过大为由拒绝。记录保存在本机；请告知管理员。</translation>
    </message>
    <message>
        <source>This station is not enrolled at the RMA server. Go on working; your administrator can enrol it with a one-time code.</source>
        <translation>本站还没有在退货服务器登记。可以继续作业；管理员可用一次性登记码登记。</translation>
    </message>
    <message>
        <source>The one-time code was not accepted: it is wrong, used or expired. Ask your administrator for a new one.</source>
        <translation>一次性登记码无效、已用过或已过期。请向管理员要一个新的。</translation>
    </message>
    <message>
        <source>What answers at the server&apos;s address is not an RMA server. Tell your administrator to check the address in station.toml.</source>
        <translation>服务器地址上的应答不是退货服务器。请管理员检查 station.toml 里的地址。</translation>
    </message>
    <message>
        <source>The RMA server no longer accepts this station&apos;s key. Go on working; your administrator must enrol the station again.</source>
        <translation>退货服务器不再接受本站的密钥。可以继续作业；请管理员重新登记本站。</translation>
    </message>
    <message>
        <source>This station was struck off at the RMA server. Stop here and tell your administrator.</source>
        <translation>本站已被退货服务器注销。请停止作业并告知管理员。</translation>
    </message>
    <message>
        <source>The RMA server needs a newer version of dockstation. Go on working; tell your administrator to update.</source>
        <translation>退货服务器要求更新版本的 dockstation。可以继续作业；请管理员升级。</translation>
    </message>
    <message>
        <source>{name} is not published. There are: {there}.</source>
        <translation>{name}没有发布。已发布的有：{there}。</translation>
    </message>
    <message>
        <source>{file} cannot be published. Name files in checklists, rules or labels, or dispositions.toml, defects.toml.</source>
        <translation>{file}不能发布。请指定checklists、rules、labels里的文件，或dispositions.toml、defects.toml。</translation>
    </message>
    <message>
        <source>The RMA server publishes more config than a station can hold. What is here stays; tell your administrator.</source>
        <translation>服务器发布的配置多到工位放不下。现有的继续使用；请告诉管理员。</translation>
    </message>
    <message>
        <source>The list of expected returns is fetched anew. Go on working.</source>
        <translation>正在重新获取预期退货清单。请继续作业。</translation>
    </message>
    <message>
        <source>{count} records of this station are not sent yet and need its old name. Ask your administrator for a code for station {station}.</source>
        <translation>本工位还有 {count} 条记录未上传，必须沿用原来的工位编号。请向管理员索取工位 {station} 的登记码。</translation>
    </message>
    <message>
        <source>This record is not in the outbox any more. Leave this page and look again.</source>
        <translation>这条记录已不在上传记录中。请离开本页后再看。</translation>
    </message>
    <message>
        <source>The server has meanwhile said something else of this record. Look at the list again.</source>
        <translation>服务器对这条记录已有新的答复。请重新查看列表。</translation>
    </message>
    <message>
        <source>This station is not enrolled at an RMA server yet. Ask for a one-time code; then enrol it in its settings, or run: dockstation enrol.</source>
        <translation>本站还没有在退货服务器登记。请索取一次性登记码，在设置里登记，或运行：dockstation enrol。</translation>
    </message>
    <message>
        <source>This is no enrolment code. Scan the QR code that the server&apos;s page of stations shows, or type it as XXXX-XXXX-XXXX.</source>
        <translation>这不是登记码。请扫描服务器工位页面上的二维码，或按 XXXX-XXXX-XXXX 输入。</translation>
    </message>
    <message>
        <source>The server of this computer did not start. Go on working; your administrator can read why in {log}.</source>
        <translation>本机的服务器没有启动。请继续工作；管理员可以在 {log} 里看到原因。</translation>
    </message>
    <message>
        <source>Another server runs on this computer already. Scan the code that its page of stations shows.</source>
        <translation>本机上已有另一个服务器在运行。请扫描它的工位页面上显示的码。</translation>
    </message>
    <message>
        <source>The station&apos;s key in {file} is damaged. Your administrator must enrol the station again.</source>
        <translation>{file} 里的工位密钥已损坏。请管理员重新登记本站。</translation>
    </message>
    <message>
        <source>The station&apos;s key is in this computer&apos;s keyring, which does not open. Go on working; your administrator must log in as whoever enrolled the station, or enrol it again.</source>
        <translation>工位的密钥在本机的密钥环里，但密钥环打不开。请继续工作；管理员需以登记工位时的用户登录，或重新登记。</translation>
    </message>
    <message>
        <source>The station&apos;s key could not be saved to {file} ({why}). Check the disk, then enrol again.</source>
        <translation>工位密钥无法保存到 {file}（{why}）。请检查磁盘，然后重新登记。</translation>
    </message>
    <message>
        <source>The server cannot use the folder {folder} ({why}). Check that it exists and may be written.</source>
        <translation>服务器无法使用文件夹 {folder}（{why}）。请检查它是否存在、是否可写。</translation>
    </message>
    <message>
        <source>The server&apos;s database cannot be used ({why}). Check its address and that it is running.</source>
        <translation>服务器数据库无法使用（{why}）。请检查地址以及数据库是否在运行。</translation>
    </message>
    <message>
        <source>The database&apos;s address is not understood. Write postgresql://USER@HOST:5432/NAME; in a password @ : / % as %40 %3A %2F %25.</source>
        <translation>看不懂数据库地址。请写成 postgresql://用户@主机:5432/库名；密码里的 @ : / % 写成 %40 %3A %2F %25。</translation>
    </message>
    <message>
        <source>PostgreSQL at {host} does not answer ({why}). Check host, port, network, and that it is running.</source>
        <translation>{host} 上的 PostgreSQL 没有应答（{why}）。请检查主机、端口、网络，以及它是否在运行。</translation>
    </message>
    <message>
        <source>PostgreSQL at {host} refuses the user {user} ({why}). Check name, password and pg_hba.conf.</source>
        <translation>{host} 上的 PostgreSQL 拒绝用户 {user}（{why}）。请检查用户名、密码和 pg_hba.conf。</translation>
    </message>
    <message>
        <source>PostgreSQL at {host} has no database {name}. Create it, owned by {user}, with the encoding UTF8.</source>
        <translation>{host} 上的 PostgreSQL 没有数据库 {name}。请建好它，所有者为 {user}，编码为 UTF8。</translation>
    </message>
    <message>
        <source>Photos in S3 need the library {library}, which is missing. Install dockstation with its part &quot;s3&quot;, or leave photos empty in server.toml.</source>
        <translation>照片放 S3 需要库 {library}，但没有安装。安装 dockstation 时带上 &quot;s3&quot; 部分，或在 server.toml 里把 photos 留空。</translation>
    </message>
    <message>
        <source>The bucket {bucket} for photos cannot be used ({why}). Check photos, s3_endpoint and the AWS credentials.</source>
        <translation>放照片的存储桶 {bucket} 不能用（{why}）。请检查 photos、s3_endpoint 和 AWS 凭据。</translation>
    </message>
    <message>
        <source>The server&apos;s database was written by a newer version ({version}). Install that version or a newer one.</source>
        <translation>服务器数据库由更新的版本（{version}）写入。请安装该版本或更新的版本。</translation>
    </message>
    <message>
        <source>The server cannot listen on {host}:{port} ({why}). Choose another port, or end the program that uses it.</source>
        <translation>服务器无法监听 {host}:{port}（{why}）。请换一个端口，或关闭占用它的程序。</translation>
    </message>
    <message>
        <source>The folder {folder} holds something else. Name an empty folder for the demo.</source>
        <translation>文件夹 {folder} 里有其他内容。请为演示指定一个空文件夹。</translation>
    </message>
    <message>
        <source>The demo could not start {name}. Look into {log} for the reason.</source>
        <translation>演示无法启动 {name}。原因请查看 {log}。</translation>
    </message>
    <message>
        <source>The demo needs at least {least} items, not {units}. Ask for more.</source>
        <translation>演示至少需要 {least} 件商品，而不是 {units} 件。请增加数量。</translation>
    </message>
    <message>
        <source>The demo has room for {most} items at most, not {units}. Ask for fewer.</source>
        <translation>演示最多 {most} 件商品，而不是 {units} 件。请减少数量。</translation>
    </message>
    <message>
        <source>The licence plate prefix {prefix} is not valid: it needs three characters of the plate alphabet. Tell your administrator.</source>
        <translation>件码前缀 {prefix} 无效：应为件码字母表中的三个字符。请告知管理员。</translation>
    </message>
    <message>
        <source>The licence plates with the prefix {prefix} are used up. Tell your administrator to give this station a new prefix.</source>
        <translation>前缀 {prefix} 的件码已用完。请管理员给本站换一个新前缀。</translation>
    </message>
    <message>
        <source>The screen {display} does not answer, so there is no place for the window. Start it from the desktop, or set DISPLAY to the screen that is there.</source>
        <translation>屏幕 {display} 没有响应，窗口无处显示。请从桌面启动，或把 DISPLAY 设为现有的屏幕。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly at {at}; a report is kept ({id}). Your work is stored. If this happens again, tell your administrator.</source>
        <translation>程序在 {at} 意外退出，报告已保存（{id}）。您的工作都在。如再发生，请告诉管理员。</translation>
    </message>
    <message>
        <source>Safe start: camera, scanners that are no keyboards, scale and folders of pictures are off. Close and start again to use them.</source>
        <translation>安全启动：摄像头、非键盘扫描枪、秤和图片文件夹已关闭。要使用它们，请关闭后重新启动。</translation>
    </message>
    <message>
        <source>The camera is off: this is a safe start.</source>
        <translation>安全启动，摄像头已关闭。</translation>
    </message>
    <message>
        <source>Something unexpected happened (report {id}). Your work is saved; restart, and give this number to your administrator.</source>
        <translation>发生意外错误（报告 {id}）。你的工作已保存；请重新启动，并把这个编号告诉管理员。</translation>
    </message>
    <message>
        <source>The scanner {name} ({device}) cannot be opened: {why}. Check that it is plugged in and named rightly in station.toml; &quot;dockstation scan devices&quot; lists what is there.</source>
        <translation>无法打开扫描枪 {name}（{device}）：{why}。请检查是否已插好，station.toml 中的名称是否正确；用 &quot;dockstation scan devices&quot; 可列出已连接的设备。</translation>
    </message>
    <message>
        <source>The scanner {name} ({device}) is gone. Plug it in again; it is found by itself. Scan the last code again.</source>
        <translation>扫描枪 {name}（{device}）已断开。请重新插好，系统会自动找到它；请把最后一个码再扫一次。</translation>
    </message>
    <message>
        <source>The scanner {name} is set to &quot;hid&quot;, which needs the library evdev. Install dockstation with the extra &quot;hid&quot;, or set the scanner to COM port and use &quot;serial&quot;.</source>
        <translation>扫描枪 {name} 设为 &quot;hid&quot;，需要 evdev 库。请安装带 &quot;hid&quot; 附加项的 dockstation，或把扫描枪改为串口模式并使用 &quot;serial&quot;。</translation>
    </message>
    <message>
        <source>The scanner {name} cannot be used because of a fault in the program. It is tried again; if it stays, tell your administrator.</source>
        <translation>程序出错，扫描枪 {name} 无法使用。系统会自动重试；如仍不行，请告知管理员。</translation>
    </message>
    <message>
        <source>No code was found in {file}. Take the picture closer and sharper, or type the code.</source>
        <translation>在 {file} 中没有找到条码。请靠近、拍清楚后重试，或手工输入编码。</translation>
    </message>
    <message>
        <source>More than {limit} pictures are waiting. Wait until they are read, then add the others.</source>
        <translation>等待读取的图片超过 {limit} 张。请等读完后再添加其余的。</translation>
    </message>
    <message>
        <source>{url} is not on this computer. Save the picture here first, then drop the file.</source>
        <translation>{url} 不在本机上。请先把图片保存到本机，再拖入文件。</translation>
    </message>
    <message>
        <source>There is no picture in what was dropped or copied. Drop or copy a picture or its file.</source>
        <translation>拖入或复制的内容里没有图片。请拖入或复制图片或图片文件。</translation>
    </message>
    <message>
        <source>The picture folder {folder} is not there. Check the share; it is watched again by itself.</source>
        <translation>图片文件夹 {folder} 不可用。请检查共享连接，恢复后会自动继续。</translation>
    </message>
    <message>
        <source>{file} was handled but cannot be moved out of the picture folder. Delete it by hand, and let the station write there.</source>
        <translation>{file} 已处理，但无法移出图片文件夹。请手动删除，并给工位该文件夹的写权限。</translation>
    </message>
    <message>
        <source>The station is still working. Wait a moment, then begin the scanner test again.</source>
        <translation>本机正在处理，请稍候再开始扫描枪检测。</translation>
    </message>
    <message>
        <source>{code} is not on the test page. Scan a code of the page, or leave the scanner test.</source>
        <translation>{code} 不在检测页上。请扫描检测页上的条码，或离开扫描枪检测。</translation>
    </message>
    <message>
        <source>This scan came from another scanner ({device}). Go on with the one being tested, or leave the test and begin again.</source>
        <translation>这次扫描来自另一把扫描枪（{device}）。请继续用正在检测的那把，或离开后重新开始。</translation>
    </message>
    <message>
        <source>The name {source} fits several cameras: {names}. Write one of these names in full in station.toml.</source>
        <translation>“{source}”对应多个摄像头：{names}。请在 station.toml 中写出其中一个的完整名称。</translation>
    </message>
    <message>
        <source>The camera {source} refuses the user name or password. Correct them in its address in station.toml.</source>
        <translation>摄像头 {source} 拒绝了用户名或密码。请在 station.toml 的地址中更正。</translation>
    </message>
    <message>
        <source>{source} answers, but sends no video ({answer}). Check the path in the address, and that no one else is watching the camera.</source>
        <translation>{source} 有响应，但没有发送视频（{answer}）。请检查地址中的路径，并确认没有其他程序占用该摄像头。</translation>
    </message>
    <message>
        <source>The camera setting {name} cannot be &quot;{value}&quot;. Write &quot;auto&quot; or a number.</source>
        <translation>摄像头设置 {name} 不能是“{value}”。请填写 &quot;auto&quot; 或数字。</translation>
    </message>
    <message>
        <source>{needed} photos are needed as evidence, {taken} are there. Take the rest, then go on.</source>
        <translation>需要 {needed} 张照片作为证据，已拍 {taken} 张。请补拍后继续。</translation>
    </message>
    <message>
        <source>Choose what is likely to have happened, then go on.</source>
        <translation>请选择可能的原因，然后继续。</translation>
    </message>
    <message>
        <source>This difference is not recorded here. Look at the parcel again.</source>
        <translation>这里没有这条差异记录。请重新查看该包裹。</translation>
    </message>
    <message>
        <source>This difference was withdrawn before. Nothing is left to do.</source>
        <translation>这条差异之前已撤销，无需再处理。</translation>
    </message>
    <message>
        <source>{code} stands on an item, not on a parcel. Scan the shipping label or the return label.</source>
        <translation>{code} 是商品上的条码，不是包裹上的。请扫描快递面单或退货标签。</translation>
    </message>
    <message>
        <source>Parcel {code} is finished or was refused. Nothing can be noted of it any more.</source>
        <translation>包裹 {code} 已处理完或已拒收，不能再登记。</translation>
    </message>
    <message>
        <source>No parcel has been scanned yet. Scan one, then note what it is.</source>
        <translation>还没有扫描包裹。请先扫描一个，再登记情况。</translation>
    </message>
    <message>
        <source>{count} scanned parcels wait to be counted. Take the photo, or note the parcel as intact, then leave.</source>
        <translation>还有 {count} 个已扫描的包裹等待计数。请先拍照，或登记为完好，再离开。</translation>
    </message>
    <message>
        <source>The label of parcel {code} was not printed. Look at the printer. The next parcel or F3 tries again.</source>
        <translation>包裹 {code} 的标签未打印。请查看打印机。扫描下一个包裹或按 F3 会重试。</translation>
    </message>
    <message>
        <source>Nobody knows whether the label of parcel {code} came out. Look at the printer; F3 prints a marked copy.</source>
        <translation>包裹 {code} 的标签是否打出不明。请查看打印机；按 F3 打印带副本标记的标签。</translation>
    </message>
    <message>
        <source>The scale ({device}) cannot be opened: {why}. Check that it is plugged in, and its name in station.toml.</source>
        <translation>无法打开电子秤（{device}）：{why}。请检查是否已插好，station.toml 中的名称是否正确。</translation>
    </message>
    <message>
        <source>The scale ({device}) is gone. Plug it in again; it is found by itself.</source>
        <translation>电子秤（{device}）断开了。请重新插上，会自动识别。</translation>
    </message>
    <message>
        <source>A fault in the program keeps the scale from being used. Type the weight; tell your administrator.</source>
        <translation>程序出错，无法使用电子秤。请手工输入重量，并告知管理员。</translation>
    </message>
    <message>
        <source>The scale has not come to rest. Let the parcel lie still, then weigh again.</source>
        <translation>电子秤尚未稳定。请让包裹静止，然后重新称重。</translation>
    </message>
    <message>
        <source>No parcel weighs {grams} g. Give a weight above 0 and up to {most} kg.</source>
        <translation>包裹重量不可能是 {grams} 克。请输入大于 0 且不超过 {most} 公斤的重量。</translation>
    </message>
    <message>
        <source>Parcel {code} is not put aside any more. Look at the list again; scan its label to open it.</source>
        <translation>包裹 {code} 已不在暂存中。请重新查看列表；扫描面单即可拆包。</translation>
    </message>
    <message>
        <source>The server has said meanwhile whose parcel {code} is. Leave this page and scan the parcel again.</source>
        <translation>服务器刚刚认出了包裹 {code}。请离开此画面，再扫描这个包裹。</translation>
    </message>
    <message>
        <source>Parcel {code} was finished or refused here before. If this is another one, tell your supervisor.</source>
        <translation>包裹 {code} 之前已处理完或已拒收。如果这是另一个包裹，请告诉主管。</translation>
    </message>
    <message>
        <source>No return is known for {code}. Scan the return&apos;s label or type its number, then try again.</source>
        <translation>没有找到 {code} 的退货单。请扫描退货单面单或输入单号，再试一次。</translation>
    </message>
    <message>
        <source>{code} is not known here, and the RMA server cannot be asked now. The parcel stays put aside; try later.</source>
        <translation>本机没有 {code}，现在也无法询问退货服务器。包裹先放着，稍后再试。</translation>
    </message>
    <message>
        <source>Choose one of the reasons on the screen; then it is handed over.</source>
        <translation>请在屏幕上选一个原因，然后完成交接。</translation>
    </message>
    <message>
        <source>{lpn} was decided at {station} already. Finish it there, or ask your supervisor; nothing was changed.</source>
        <translation>{lpn} 已在 {station} 定级。请在那里完成，或请示主管；这里没有改动。</translation>
    </message>
    <message>
        <source>{lpn} is not known here, and the RMA server cannot be asked now. Scan it again once the server is back.</source>
        <translation>本机不认识 {lpn}，现在也问不到 RMA 服务器。服务器恢复后请再扫一次。</translation>
    </message>
    <message>
        <source>The item with serial number {serial} is counted in this parcel already. Scan the next one.</source>
        <translation>序列号 {serial} 在这个包裹里已经收过了，请扫下一件。</translation>
    </message>
    <message>
        <source>What is expected has changed meanwhile. Scan the item again; nothing was counted.</source>
        <translation>应收内容刚有变化，这一件没有计入，请重新扫描。</translation>
    </message>
    <message>
        <source>The licence plate {lpn} was voided. Take it off the item, then count the item in its parcel.</source>
        <translation>件码 {lpn} 已作废。请撕下标签，再到它的包裹里重新收货。</translation>
    </message>
    <message>
        <source>{code} is no item of this parcel. Scan the licence plate of one that is, or go back.</source>
        <translation>{code} 不是这个包裹里的单件。请扫描包裹内单件的件码，或返回。</translation>
    </message>
    <message>
        <source>The licence plate of {lpn} was not printed. See to the printer, then print it with F9.</source>
        <translation>{lpn} 的件码没有打印出来。请检查打印机，再按 F9 打印。</translation>
    </message>
    <message>
        <source>Nobody knows whether the licence plate of {lpn} was printed. Look, and print it with F9 if not.</source>
        <translation>不清楚 {lpn} 的件码是否打印。请看一下，没有就按 F9 打印。</translation>
    </message>
    <message>
        <source>The receipt of parcel {code} was not printed: see to the printer. The parcel is closed, the PDF is there.</source>
        <translation>包裹 {code} 的收货单没有打印出来，请检查打印机。包裹已关闭，PDF 已存好。</translation>
    </message>
    <message>
        <source>Nobody knows whether the receipt of parcel {code} was printed. The parcel is closed, the PDF is there.</source>
        <translation>不确定包裹 {code} 的收货单是否打印出来。包裹已关闭，PDF 已存好。</translation>
    </message>
    <message>
        <source>Parcel {code} is not closed yet and has no receipt. Close it first.</source>
        <translation>包裹 {code} 还没有关闭，没有收货单。请先关闭。</translation>
    </message>
    <message>
        <source>Return {number} was cancelled or refunded: nothing of it may come. Take it in as a wrong item.</source>
        <translation>退货单 {number} 已取消或已退款，不应再有货到。请按错货收下。</translation>
    </message>
    <message>
        <source>Parcel {code} is open here already and counts once. Scan the items in it.</source>
        <translation>包裹 {code} 已经在这里打开，只计一次。请扫描里面的物品。</translation>
    </message>
    <message>
        <source>Nothing was found in parcel {code}. Count what is in it, or record an empty box with photos.</source>
        <translation>包裹 {code} 里还没有收到任何物品。请清点，或拍照登记空包。</translation>
    </message>
    <message>
        <source>{count} × {sku} is not there. Say whether it is missing or comes in another parcel.</source>
        <translation>缺 {count} 件 {sku}。请说明是缺少，还是在另一个包裹里。</translation>
    </message>
    <message>
        <source>There is nothing to take back. An item that is being inspected is voided, not undone.</source>
        <translation>没有可撤销的一步。已在质检的单件请用作废。</translation>
    </message>
    <message>
        <source>The station&apos;s data is busy; nothing was changed. Wait a moment, then do it again.</source>
        <translation>工位的数据正忙，什么都没有改变。请稍等片刻再做一次。</translation>
    </message>
    <message>
        <source>Choose one of the reasons on the screen; nothing was changed.</source>
        <translation>请选择屏幕上的一个原因；未作更改。</translation>
    </message>
    <message>
        <source>That is what stands already. Choose what is to be otherwise; nothing was changed.</source>
        <translation>与现有判定相同。请选择要改的内容；未作更改。</translation>
    </message>
    <message>
        <source>A reason needs words, at most {most} characters on one line. Write it; nothing was changed.</source>
        <translation>原因须写成一行，最多 {most} 个字。请写明；未作任何更改。</translation>
    </message>
    <message>
        <source>{lpn} is put away already: its decision stands. Nothing was changed.</source>
        <translation>{lpn} 已经入箱，判定不再更改。未作任何更改。</translation>
    </message>
    <message>
        <source>A refund in part needs the part that is kept back. Choose one with its percentage.</source>
        <translation>部分退款需要扣款比例。请选择带百分比的一项。</translation>
    </message>
    <message>
        <source>{lpn} waits for a second person&apos;s approval: badge and PIN. Until then it gets no label and no bin.</source>
        <translation>{lpn} 等待第二人批准：工牌和 PIN。在此之前不打标签，不入货位。</translation>
    </message>
    <message>
        <source>{lpn} waits for a second inspector. Leave it for somebody else, or ask a supervisor to waive it.</source>
        <translation>{lpn} 等待复检。请留给他人，或请主管免除复检。</translation>
    </message>
    <message>
        <source>{name} has inspected {lpn}, or seen what was found. The second opinion is for somebody else.</source>
        <translation>{name} 已检查过 {lpn} 或看过结果。复检须由他人进行。</translation>
    </message>
    <message>
        <source>{lpn} waits for a second inspector, who must not see what the first one found. Look again later.</source>
        <translation>{lpn} 在等第二位质检员，其不得看到第一位的结果。请稍后再看。</translation>
    </message>
    <message>
        <source>{lpn} waits for no second opinion (any more). Scan it to see where it stands.</source>
        <translation>{lpn} 不需要（或不再需要）复检。请扫描查看其状态。</translation>
    </message>
    <message>
        <source>{name} cannot sign for what {name} did. Another person has to sign, with badge and PIN.</source>
        <translation>{name} 不能为 {name} 自己的操作签署。须由另一人用工牌和 PIN 签署。</translation>
    </message>
    <message>
        <source>{name} has no PIN at this station and cannot sign. The administrator can set one.</source>
        <translation>{name} 在本工位没有 PIN，不能签署。管理员可以设置。</translation>
    </message>
    <message>
        <source>This is not {name}&apos;s PIN. Nothing was changed; try again.</source>
        <translation>这不是 {name} 的 PIN。未作任何更改，请再试。</translation>
    </message>
    <message>
        <source>This is not {name}&apos;s PIN. Nothing was changed; the next try is possible in {seconds} s.</source>
        <translation>这不是 {name} 的 PIN。未作更改；{seconds} 秒后可再试。</translation>
    </message>
    <message>
        <source>Too many wrong PINs of {name}. Try again in {seconds} s, or let another person sign.</source>
        <translation>{name} 的 PIN 错误次数过多。{seconds} 秒后再试，或由另一人签署。</translation>
    </message>
    <message>
        <source>A PIN has four to twelve digits. Choose one that cannot be guessed, and type it twice alike.</source>
        <translation>PIN 为四到十二位数字。请选不易猜到的，并输入两次一致。</translation>
    </message>
    <message>
        <source>This label tells of a decision that stands no more. Print the new one; throw the old one away.</source>
        <translation>此标签的判定已失效。请打印新标签，丢弃旧标签。</translation>
    </message>
    <message>
        <source>Scan the label on the item first; then the screen names its bin, and {code} can be scanned.</source>
        <translation>请先扫描商品上的标签；屏幕会给出货位，然后再扫描 {code}。</translation>
    </message>
    <message>
        <source>{lpn} was never decided, so there is nothing to report. Finish its inspection first.</source>
        <translation>{lpn} 还没有判定，没有可报告的内容。请先完成质检。</translation>
    </message>
    <message>
        <source>{file} is there already and was left as it is. Choose another name, or say --overwrite for a file.</source>
        <translation>{file} 已存在，未作改动。请换一个名字；若是文件，可加 --overwrite 覆盖。</translation>
    </message>
    <message>
        <source>The bin {code} is full. Put the item into {bins}, or exchange the bin and scan DSCMD-EMPTIED.</source>
        <translation>货位 {code} 已满。请放入 {bins}，或更换货位后扫描 DSCMD-EMPTIED。</translation>
    </message>
    <message>
        <source>The bin {code} is full, and so are the others. Exchange one, scan DSCMD-EMPTIED and then its code.</source>
        <translation>货位 {code} 已满，其他也满了。请更换一个，扫描 DSCMD-EMPTIED，再扫其编码。</translation>
    </message>
    <message>
        <source>The rules have a mistake ({file}, line {line}); the last good ones stay in use. Go on, and tell your supervisor.</source>
        <translation>规则有错误（{file} 第 {line} 行），继续使用上一次正确的版本。请照常作业，并告诉主管。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the condition cannot be read at its character {column} ({why}). Correct it.</source>
        <translation>{file} 第 {line} 行：条件在第 {column} 个字符处读不懂（{why}）。请改正。</translation>
    </message>
    <message>
        <source>{file}, line {line}: nothing is called {value} in conditions here. Perhaps meant: {meant}.</source>
        <translation>{file} 第 {line} 行：这里的条件里没有 {value}。可能是：{meant}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: in the condition {value} is {found}, but {wanted} is needed. Correct it.</source>
        <translation>{file} 第 {line} 行：条件里 {value} 是 {found}，这里需要 {wanted}。请改正。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {name} is never {value}. Perhaps meant: {meant}.</source>
        <translation>{file} 第 {line} 行：{name} 不会是 {value}。可能是：{meant}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {value} is asked later or is this question itself. Name an earlier one.</source>
        <translation>{file} 第 {line} 行：{value} 在后面才问，或就是本题。请改用前面的题目。</translation>
    </message>
    <message>
        <source>{file}, line {line}: nothing that can be entered passes the limit {value}. Correct it, least or most.</source>
        <translation>{file} 第 {line} 行：能输入的数值都不会越过界限 {value}。请改正界限、least 或 most。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the rule {value} is never reached: {other} before it decides. Take one out.</source>
        <translation>{file} 第 {line} 行：规则 {value} 永远轮不到，前面的 {other} 已经决定。请删掉其中一条。</translation>
    </message>
    <message>
        <source>{file}, line {line}: no rule of [[{table}]] fits these answers. Add a last rule without when.</source>
        <translation>{file} 第 {line} 行：[[{table}]] 没有规则适用于这些答案。请在最后加一条没有 when 的规则。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the rule {value} fails for these answers ({why}). Correct its condition.</source>
        <translation>{file} 第 {line} 行：规则 {value} 对这些答案算不出结果（{why}）。请改正条件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: no answers were found after which {value} is asked. Look at its condition.</source>
        <translation>{file} 第 {line} 行：没有找到会问到 {value} 的答案。请看它的条件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: no answers were found for which the rule {value} decides. Look at it and those before.</source>
        <translation>{file} 第 {line} 行：没有找到由规则 {value} 决定的答案。请看它和前面的规则。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {key} has no text in the language {language}. Add it.</source>
        <translation>{file} 第 {line} 行：{key} 缺少语言 {language} 的文字。请补上。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {key} has {count} characters in English, {most} fit. Shorten it.</source>
        <translation>{file} 第 {line} 行：{key} 的英文有 {count} 个字符，最多 {most} 个。请缩短。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is no drawing {value}. Put {value}.svg into config/criteria, or take it out.</source>
        <translation>{file} 第 {line} 行：没有图 {value}。请把 {value}.svg 放进 config/criteria，或删掉这一项。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there are no rules for the goods {value}. Add them to config/rules.</source>
        <translation>{file} 第 {line} 行：品类 {value} 没有规则。请在 config/rules 里添加。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is no checklist for the goods {value}. Add one to config/checklists.</source>
        <translation>{file} 第 {line} 行：品类 {value} 没有检查表。请在 config/checklists 里添加。</translation>
    </message>
    <message>
        <source>Category, value or currency of the goods were not kept then. It cannot be decided anew.</source>
        <translation>当时没有保存商品的类别、价值或币种，无法重新判定。</translation>
    </message>
    <message>
        <source>There are no rules for goods of the category {category}. Add them, and replay again.</source>
        <translation>类别 {category} 的商品没有规则。请补上后重新回放。</translation>
    </message>
    <message>
        <source>No rule of the table {table} holds. Put one without a condition last, and replay again.</source>
        <translation>表 {table} 中没有一条规则成立。请在最后放一条无条件的规则，再重新回放。</translation>
    </message>
    <message>
        <source>The rule {rule} cannot be worked out from what was kept then ({why}). It is not decided anew.</source>
        <translation>按当时保存的内容算不出规则 {rule}（{why}），未重新判定。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this reaches beyond the label, or has no size. Correct x, y, width or height.</source>
        <translation>{file} 第 {line} 行：超出标签范围，或没有大小。请改正 x、y、width 或 height。</translation>
    </message>
    <message>
        <source>{file}, line {line}: something reaches into the area of this code, which must stay white. Move one away.</source>
        <translation>{file} 第 {line} 行：别的内容伸进了这个码的区域，那里必须留白。请移开其中一个。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a label has no field {field}. The fields are listed in disposition.toml.</source>
        <translation>{file} 第 {line} 行：标签没有字段 {field}。字段列在 disposition.toml 里。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the text is missing in the language {language}. Write it there too.</source>
        <translation>{file} 第 {line} 行：这段文字缺少语言 {language}。请补上。</translation>
    </message>
    <message>
        <source>{file}, line {line}: size must be at least as large as smallest. Correct one of them.</source>
        <translation>{file} 第 {line} 行：size 不能小于 smallest。请改正其中一个。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the area is lower than the smallest size of its text. Raise height, or lower smallest.</source>
        <translation>{file} 第 {line} 行：区域比文字的最小字号还矮。请加大 height，或减小 smallest。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the picture {picture} cannot be used: {why}. Put it beside the layout&apos;s file.</source>
        <translation>{file} 第 {line} 行：图片 {picture} 不能用：{why}。请把它放在版式文件旁边。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this code is too small for a label printer. It needs {least} mm with its white margin.</source>
        <translation>{file} 第 {line} 行：这个码对标签打印机太小，连同留白需要 {least} 毫米。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this does not fit even at its smallest: {text}. Enlarge its area, or lower smallest.</source>
        <translation>{file} 第 {line} 行：最小字号也放不下：{text}。请加大区域，或减小 smallest。</translation>
    </message>
    <message>
        <source>The label is {label} mm, the paper of the printer {printer} only {paper} mm. Choose a smaller layout in station.toml, or correct its size in printers.toml.</source>
        <translation>标签为 {label} 毫米，打印机 {printer} 的纸只有 {paper} 毫米。请在 station.toml 中选更小的版式，或在 printers.toml 中改正纸张尺寸。</translation>
    </message>
    <message>
        <source>{mark} is no mark of the calibration label. Scan or type one of its codes, such as DSCAL-X4.</source>
        <translation>{mark} 不是校准标签上的记号。请扫描或输入其中一个条码，例如 DSCAL-X4。</translation>
    </message>
    <message>
        <source>The printer {printer} has another resolution ({dpi} dpi) than this label was drawn for. Choose another printer, or void this label and print it anew.</source>
        <translation>打印机 {printer} 的分辨率（{dpi} dpi）与此标签不同。请选择另一台打印机，或作废此标签后重新打印。</translation>
    </message>
    <message>
        <source>Only a label that was not printed yet can move to another printer. Print a copy instead.</source>
        <translation>只有尚未打印的标签才能换打印机。请改为打印副本。</translation>
    </message>
    <message>
        <source>Say why first: choose one of the reasons.</source>
        <translation>请先说明原因：选择其中一项。</translation>
    </message>
    <message>
        <source>This label was made by an older version and cannot be drawn again here. Print it from its item.</source>
        <translation>此标签由旧版本生成，无法在此重绘。请从对应物品处打印。</translation>
    </message>
    <message>
        <source>The layout {layout} is no longer set at this station. Print the label anew from its item.</source>
        <translation>本工位已不再使用版式 {layout}。请从对应物品处重新打印标签。</translation>
    </message>
    <message>
        <source>Scan the fresh label on {lpn} first: so no label ends up on another item.</source>
        <translation>请先扫描 {lpn} 上的新标签，以免贴错物品。</translation>
    </message>
    <message>
        <source>A printer&apos;s name has 1 to 32 letters A to Z, digits, - and _. Give it another one.</source>
        <translation>打印机名称为 1 到 32 个字符：字母 A 到 Z、数字、- 和 _。请换一个名称。</translation>
    </message>
    <message>
        <source>There is a printer called {name} already; nothing was changed. Give this one another name.</source>
        <translation>已有名为 {name} 的打印机，未作任何更改。请换一个名称。</translation>
    </message>
    <message>
        <source>{address} is no address of a printer. Write it as 192.168.1.20 or 192.168.1.20:9100.</source>
        <translation>{address} 不是打印机地址。请写成 192.168.1.20 或 192.168.1.20:9100。</translation>
    </message>
    <message>
        <source>{size} is no size of a label. Write width and height in mm, as 100 x 60, or nothing for any.</source>
        <translation>{size} 不是标签尺寸。请写宽和高（毫米），如 100 x 60；留空表示不限。</translation>
    </message>
    <message>
        <source>{offsets} says no offsets. Write mm to the right and mm down, as 0.5 -1.</source>
        <translation>{offsets} 不是偏移量。请写向右和向下的毫米数，如 0.5 -1。</translation>
    </message>
    <message>
        <source>{number} is no whole number. Write digits, or nothing for the printer&apos;s own setting.</source>
        <translation>{number} 不是整数。请写数字；留空表示用打印机自身的设置。</translation>
    </message>
    <message>
        <source>There is no network to look for printers on. Check its cable, or add the printer by its address.</source>
        <translation>没有可查找打印机的网络。请检查网线，或按地址添加打印机。</translation>
    </message>
    <message>
        <source>Look at the printer {name}, and at its address: the table [{name}] in printers.toml.</source>
        <translation>请检查打印机 {name} 和它的地址：printers.toml 里的 [{name}]。</translation>
    </message>
    <message>
        <source>This station was started without a config folder of its own, so {file} cannot be changed here. Start it with --config FOLDER.</source>
        <translation>本工位启动时没有自己的配置文件夹，不能在此更改 {file}。请用 --config 文件夹 启动。</translation>
    </message>
    <message>
        <source>{key} must be {wanted}. Nothing was changed; give another value.</source>
        <translation>{key} 必须是 {wanted}。未作任何更改，请换一个值。</translation>
    </message>
    <message>
        <source>No folder for backups is set. Put one into [backup] of station.toml, or name one on the command line.</source>
        <translation>没有设置备份文件夹。请在 station.toml 的 [backup] 中填写，或在命令行中指定。</translation>
    </message>
    <message>
        <source>The backup folder {folder} cannot be used ({why}). Older backups are untouched. Check the disk or the share.</source>
        <translation>备份文件夹 {folder} 无法使用（{why}）。以前的备份未受影响。请检查磁盘或共享文件夹。</translation>
    </message>
    <message>
        <source>There is no room for the backup in {folder}. Older backups are untouched. Free some space there.</source>
        <translation>{folder} 中空间不足，无法备份。以前的备份未受影响。请在那里腾出空间。</translation>
    </message>
    <message>
        <source>The backups in {folder} are gone: is the disk or share connected? If so, run dockstation backup once.</source>
        <translation>{folder} 中的备份不见了：磁盘或共享文件夹连接了吗？如已连接，请运行一次 dockstation backup。</translation>
    </message>
    <message>
        <source>Another backup of this station is being made. Wait until it is done.</source>
        <translation>本工位正在进行另一次备份。请等它完成。</translation>
    </message>
    <message>
        <source>The backup failed for a reason nobody foresaw; the log has it. Tell your administrator.</source>
        <translation>备份因未预料的原因失败，详情见日志。请告知管理员。</translation>
    </message>
    <message>
        <source>There is no backup of this station in {folder} yet. Run dockstation backup, and see what it says.</source>
        <translation>{folder} 中还没有本工位的备份。请运行 dockstation backup，看它的提示。</translation>
    </message>
    <message>
        <source>The last good backup is of {at}. Check the disk or share for backups, then run dockstation backup.</source>
        <translation>最近一次完好的备份是 {at} 的。请检查备份用的磁盘或共享文件夹，然后运行 dockstation backup。</translation>
    </message>
    <message>
        <source>There is no backup in {folder}. Name another folder.</source>
        <translation>{folder} 中没有备份。请指定另一个文件夹。</translation>
    </message>
    <message>
        <source>{folder} has the backups of several stations. Name the folder of one: {names}.</source>
        <translation>{folder} 中有多个工位的备份。请指定其中一个工位的文件夹：{names}。</translation>
    </message>
    <message>
        <source>The backup {folder} is damaged ({why}). Name another one; delete nothing.</source>
        <translation>备份 {folder} 已损坏（{why}）。请指定另一个备份；不要删除任何东西。</translation>
    </message>
    <message>
        <source>The station here has {count} unsent events and photos. Send them first, or add --over-unsent: its data is set aside then.</source>
        <translation>这里的工位还有 {count} 条事件和照片未上传。请先上传，或加上 --over-unsent：其数据会另行保留。</translation>
    </message>
    <message>
        <source>It is {now} here, and the backup is of {made}. Set the clock of this computer right first.</source>
        <translation>本机时间是 {now}，而备份是 {made} 的。请先校准本机时钟。</translation>
    </message>
    <message>
        <source>This code is for a station whose data is not in {folder}. Restore its backup and ask for another code, or for one for a new station.</source>
        <translation>该登记码属于另一个工位，其数据不在 {folder}。请先恢复它的备份再要一个登记码，或要一个新工位的登记码。</translation>
    </message>
    <message>
        <source>The data was damaged; it is kept in {folder}. Your administrator brings the backup {source} back: dockstation restore.</source>
        <translation>数据已损坏，原样保存在 {folder}。请管理员用 dockstation restore 恢复备份 {source}。</translation>
    </message>
    <message>
        <source>The data was damaged and is kept in {folder}; no good backup was found. Stop working and tell your administrator.</source>
        <translation>数据已损坏，原样保存在 {folder}；没有找到完好的备份。请停止工作并告知管理员。</translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>Parcel taken in</source>
        <translation>包裹已签收</translation>
    </message>
    <message>
        <source>Parcel&apos;s condition noted</source>
        <translation>已登记包裹外观</translation>
    </message>
    <message>
        <source>Parcel weighed</source>
        <translation>包裹已称重</translation>
    </message>
    <message>
        <source>Parcel photographed</source>
        <translation>包裹已拍照</translation>
    </message>
    <message>
        <source>Parcel opened</source>
        <translation>包裹已拆开</translation>
    </message>
    <message>
        <source>Parcel closed</source>
        <translation>包裹已收完</translation>
    </message>
    <message>
        <source>Parcel put aside</source>
        <translation>包裹已暂存</translation>
    </message>
    <message>
        <source>Parcel matched to a return</source>
        <translation>包裹已匹配退货单</translation>
    </message>
    <message>
        <source>Parcel refused at the door</source>
        <translation>包裹在门口拒收</translation>
    </message>
    <message>
        <source>Another return in the parcel</source>
        <translation>包裹内另有退货单</translation>
    </message>
    <message>
        <source>Problem recorded</source>
        <translation>已登记问题</translation>
    </message>
    <message>
        <source>Problem withdrawn</source>
        <translation>问题已撤销</translation>
    </message>
    <message>
        <source>Item counted</source>
        <translation>商品已收</translation>
    </message>
    <message>
        <source>Item voided</source>
        <translation>商品已作废</translation>
    </message>
    <message>
        <source>Item handed over</source>
        <translation>商品已交出</translation>
    </message>
    <message>
        <source>Item taken over</source>
        <translation>商品已接手</translation>
    </message>
    <message>
        <source>Inspection begun</source>
        <translation>质检开始</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>已回答问题</translation>
    </message>
    <message>
        <source>Answer withdrawn</source>
        <translation>回答已撤回</translation>
    </message>
    <message>
        <source>Photo taken</source>
        <translation>已拍照</translation>
    </message>
    <message>
        <source>Photo discarded</source>
        <translation>照片已弃用</translation>
    </message>
    <message>
        <source>Photo marked</source>
        <translation>照片已标注</translation>
    </message>
    <message>
        <source>Inspection decided</source>
        <translation>质检已判定</translation>
    </message>
    <message>
        <source>Decision approved</source>
        <translation>判定已批准</translation>
    </message>
    <message>
        <source>Decision overridden</source>
        <translation>判定已改判</translation>
    </message>
    <message>
        <source>Decision voided</source>
        <translation>判定已作废</translation>
    </message>
    <message>
        <source>Second opinion given</source>
        <translation>已复检</translation>
    </message>
    <message>
        <source>Second opinion waived</source>
        <translation>复检已免除</translation>
    </message>
    <message>
        <source>Bin called full</source>
        <translation>货位已报满</translation>
    </message>
    <message>
        <source>Bin exchanged</source>
        <translation>货位已更换</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>角色已更改</translation>
    </message>
    <message>
        <source>PIN reset</source>
        <translation>PIN 已重设</translation>
    </message>
    <message>
        <source>Person let go</source>
        <translation>人员已停用</translation>
    </message>
    <message>
        <source>Person works here again</source>
        <translation>人员已恢复</translation>
    </message>
    <message>
        <source>Label queued</source>
        <translation>标签已排队</translation>
    </message>
    <message>
        <source>Label printed</source>
        <translation>标签已打印</translation>
    </message>
    <message>
        <source>Label confirmed</source>
        <translation>标签已确认</translation>
    </message>
    <message>
        <source>Label not printed</source>
        <translation>标签未打印</translation>
    </message>
    <message>
        <source>Label moved to another printer</source>
        <translation>标签改由另一台打印</translation>
    </message>
    <message>
        <source>Label voided</source>
        <translation>标签已作废</translation>
    </message>
    <message>
        <source>Item put away</source>
        <translation>商品已入位</translation>
    </message>
    <message>
        <source>The record bears another station&apos;s name. The administrator must enrol this station under that name.</source>
        <translation>这条记录属于另一个工位编号。须由管理员按该编号重新登记本站。</translation>
    </message>
    <message>
        <source>The server is older than this station and does not know this record. Update the server, then try again.</source>
        <translation>服务器版本比工位旧，不认识这条记录。请先升级服务器，再重试。</translation>
    </message>
    <message>
        <source>The record is not what its seal says: it was changed. Tell the administrator; keep the data folder.</source>
        <translation>记录与封签不符，内容被改动过。请告知管理员，并保留数据目录。</translation>
    </message>
    <message>
        <source>The server has another record in this place: an old copy of the data was used. Tell the administrator.</source>
        <translation>服务器在这个序号上已有另一条记录：曾用旧的数据副本作业。请告知管理员。</translation>
    </message>
    <message>
        <source>The server has this record with another content. Tell the administrator; keep the data folder.</source>
        <translation>服务器上的这条记录内容不同。请告知管理员，并保留数据目录。</translation>
    </message>
    <message>
        <source>The server cannot read this record. Have server and station brought up to date, then try again.</source>
        <translation>服务器读不懂这条记录。请升级服务器和工位，再重试。</translation>
    </message>
    <message>
        <source>The record does not fit those before and after it. The server has it; tell the administrator.</source>
        <translation>记录与前后不衔接。服务器已收下；请告知管理员。</translation>
    </message>
    <message>
        <source>Another station came to another result for this item, and that one counts. Look which one is right.</source>
        <translation>另一工位对这件商品的结果不同，以对方为准。请核实哪个正确。</translation>
    </message>
    <message>
        <source>The server knows no such return. No refund follows; ask the office whose item this is.</source>
        <translation>服务器没有这张退货单，不会退款。请向办公室确认商品归属。</translation>
    </message>
    <message>
        <source>The return was cancelled meanwhile. No refund follows by itself; the office decides.</source>
        <translation>退货单已取消，不会自动退款，由办公室决定。</translation>
    </message>
    <message>
        <source>The return was refunded already. No refund follows by itself; the office decides.</source>
        <translation>退货单已经退款，不会再自动退款，由办公室决定。</translation>
    </message>
    <message>
        <source>The return has changed in what the decision rests on. Look whether it is still right.</source>
        <translation>判定所依据的退货单内容已变。请核实判定是否仍然正确。</translation>
    </message>
    <message>
        <source>The server knows no decision of this station that could be changed. Look what the item says now.</source>
        <translation>服务器上没有本站可更改的判定。请查看该商品的现状。</translation>
    </message>
    <message>
        <source>it counts</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>it does not count</source>
        <translation>不以此为准</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>put right by hand</source>
        <translation>已人工更正</translation>
    </message>
    <message>
        <source>to be sent again</source>
        <translation>需重新发送</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货单</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>open</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>The server says: {0}</source>
        <translation>服务器答复：{0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 天</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Name of the station</source>
        <translation>工位名称</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>The server runs on this computer, with the station</source>
        <translation>服务器在本机上，随工位运行</translation>
    </message>
    <message>
        <source>Look for news every … seconds</source>
        <translation>每隔几秒查看新消息</translation>
    </message>
    <message>
        <source>Wait for an answer, seconds</source>
        <translation>等待回应的秒数</translation>
    </message>
    <message>
        <source>Tell of unsent work after … minutes</source>
        <translation>多少分钟未上传就提醒</translation>
    </message>
    <message>
        <source>Keep finished photos, days</source>
        <translation>已完成照片保留天数</translation>
    </message>
    <message>
        <source>Keep finished records, days</source>
        <translation>已完成记录保留天数</translation>
    </message>
    <message>
        <source>Photos may take, kB a second</source>
        <translation>照片上传限速（kB/秒）</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Read codes with the camera</source>
        <translation>用摄像头读码</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>对焦</translation>
    </message>
    <message>
        <source>Seconds for each picture of a folder</source>
        <translation>文件夹中每张图片的秒数</translation>
    </message>
    <message>
        <source>Quality of photos, percent</source>
        <translation>照片质量（百分比）</translation>
    </message>
    <message>
        <source>Address of full pictures</source>
        <translation>全幅照片地址</translation>
    </message>
    <message>
        <source>Full picture: width</source>
        <translation>全幅照片宽度</translation>
    </message>
    <message>
        <source>Full picture: height</source>
        <translation>全幅照片高度</translation>
    </message>
    <message>
        <source>Photo&apos;s longer side, pixels</source>
        <translation>照片长边像素</translation>
    </message>
    <message>
        <source>Folder with another camera&apos;s photos</source>
        <translation>另一台相机的照片文件夹</translation>
    </message>
    <message>
        <source>Longest gap within a scan, ms</source>
        <translation>一次扫描内的最长间隔（毫秒）</translation>
    </message>
    <message>
        <source>Same code again after, ms</source>
        <translation>同码再次有效的间隔（毫秒）</translation>
    </message>
    <message>
        <source>Keyboard scanners send as</source>
        <translation>键盘扫描枪的键盘布局</translation>
    </message>
    <message>
        <source>Before each code</source>
        <translation>每个条码前的字符</translation>
    </message>
    <message>
        <source>After each code</source>
        <translation>每个条码后的字符</translation>
    </message>
    <message>
        <source>Order numbers look like</source>
        <translation>订单号的格式</translation>
    </message>
    <message>
        <source>Sent in place of GS</source>
        <translation>代替 GS 的字符</translation>
    </message>
    <message>
        <source>Folder that phones upload to</source>
        <translation>手机上传的文件夹</translation>
    </message>
    <message>
        <source>Look into it every … seconds</source>
        <translation>每隔几秒查看该文件夹</translation>
    </message>
    <message>
        <source>Volume of sounds, percent</source>
        <translation>提示音音量（百分比）</translation>
    </message>
    <message>
        <source>Language of labels</source>
        <translation>标签语言</translation>
    </message>
    <message>
        <source>Ask before a label older than, minutes</source>
        <translation>超过几分钟的标签先询问</translation>
    </message>
    <message>
        <source>Print a label for each parcel</source>
        <translation>每个包裹打印标签</translation>
    </message>
    <message>
        <source>Print a receipt for each parcel</source>
        <translation>每个包裹打印收货单</translation>
    </message>
    <message>
        <source>Ask when the weight differs by, percent</source>
        <translation>重量相差百分之几时询问</translation>
    </message>
    <message>
        <source>Packaging may weigh, grams</source>
        <translation>包装允许重量（克）</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>Port of the scale</source>
        <translation>电子秤端口</translation>
    </message>
    <message>
        <source>Speed of the scale, baud</source>
        <translation>电子秤波特率</translation>
    </message>
    <message>
        <source>Second opinions, percent</source>
        <translation>二次检查比例（百分比）</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Back up every … minutes</source>
        <translation>每隔几分钟备份</translation>
    </message>
    <message>
        <source>Backups kept</source>
        <translation>保留的备份数</translation>
    </message>
    <message>
        <source>Warn below, MB free</source>
        <translation>剩余空间低于此值（MB）时提醒</translation>
    </message>
    <message>
        <source>Begin nothing below, MB free</source>
        <translation>低于此值（MB）不再开始新工作</translation>
    </message>
    <message>
        <source>Reserve, MB</source>
        <translation>预留空间（MB）</translation>
    </message>
    <message>
        <source>Folder for reports</source>
        <translation>报告文件夹</translation>
    </message>
    <message>
        <source>What is logged</source>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>Log files kept</source>
        <translation>保留的日志文件数</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Found out by itself</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>US keyboard</source>
        <translation>美式键盘</translation>
    </message>
    <message>
        <source>As this computer&apos;s keyboard</source>
        <translation>与本机键盘相同</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Lines such as ST,GS,+ 1.234kg</source>
        <translation>形如 ST,GS,+ 1.234kg 的行</translation>
    </message>
    <message>
        <source>Mettler Toledo, continuous</source>
        <translation>梅特勒-托利多连续输出</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>What is unusual</source>
        <translation>异常情况</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Work: dock, inspection, labels</source>
        <translation>作业：收货、检查、标签</translation>
    </message>
    <message>
        <source>Backup, disk, reports, log</source>
        <translation>备份、磁盘、报告、日志</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Reading of codes</source>
        <translation>读码</translation>
    </message>
    <message>
        <source>Settings and rules</source>
        <translation>设置与规则</translation>
    </message>
    <message>
        <source>Published by the server</source>
        <translation>服务器发布的内容</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Key of the station</source>
        <translation>工位的密钥</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Quality problem</source>
        <translation>质量问题</translation>
    </message>
    <message>
        <source>No-reason return</source>
        <translation>七天无理由</translation>
    </message>
    <message>
        <source>Wrong size</source>
        <translation>尺码不符</translation>
    </message>
    <message>
        <source>Colour or style differs</source>
        <translation>颜色款式不符</translation>
    </message>
    <message>
        <source>Wrong item sent</source>
        <translation>错发</translation>
    </message>
    <message>
        <source>Damaged in transit</source>
        <translation>运输损坏</translation>
    </message>
    <message>
        <source>Safety or special case</source>
        <translation>特殊情况</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Refund in full</source>
        <translation>全额退款</translation>
    </message>
    <message>
        <source>Refund in part</source>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝退货</translation>
    </message>
    <message>
        <source>To be inspected</source>
        <translation>待质检</translation>
    </message>
    <message>
        <source>Inspection begun</source>
        <translation>质检中</translation>
    </message>
    <message>
        <source>Label missing</source>
        <translation>待贴标</translation>
    </message>
    <message>
        <source>To be put away</source>
        <translation>待入位</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>已入位</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>配件</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>致命</translation>
    </message>
    <message>
        <source>it may be blurred</source>
        <translation>可能模糊</translation>
    </message>
    <message>
        <source>it is very dark</source>
        <translation>太暗</translation>
    </message>
    <message>
        <source>it is far too bright</source>
        <translation>太亮</translation>
    </message>
    <message>
        <source>there may be nothing in it</source>
        <translation>画面里可能没有物品</translation>
    </message>
    <message>
        <source>the camera gave no full picture, the live one was kept</source>
        <translation>相机没有给出全尺寸照片，保留了实时画面</translation>
    </message>
    <message>
        <source>dock clerk</source>
        <translation>收货员</translation>
    </message>
    <message>
        <source>inspector</source>
        <translation>质检员</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Return label</source>
        <translation>退货标签</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>It is damaged or cannot be read</source>
        <translation>损坏或无法识读</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>没有打印出来</translation>
    </message>
    <message>
        <source>It is lost</source>
        <translation>丢失了</translation>
    </message>
    <message>
        <source>It is needed in a second place</source>
        <translation>另一处也需要</translation>
    </message>
    <message>
        <source>It is on the wrong item</source>
        <translation>贴错了物品</translation>
    </message>
    <message>
        <source>What it says is wrong</source>
        <translation>内容有误</translation>
    </message>
    <message>
        <source>It is not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Disposition label</source>
        <translation>处置标签</translation>
    </message>
    <message>
        <source>Licence plate</source>
        <translation>件码</translation>
    </message>
    <message>
        <source>Parcel label</source>
        <translation>包裹标签</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收货单</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>商品条码</translation>
    </message>
    <message>
        <source>GS1 code</source>
        <translation>GS1 码</translation>
    </message>
    <message>
        <source>Shipping unit</source>
        <translation>物流单元</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation>IMEI</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>未知条码</translation>
    </message>
    <message>
        <source>{0}. Tap it to look at it or to take it again.</source>
        <translation>{0}。点照片可查看或重拍。</translation>
    </message>
    <message>
        <source>{0}. Take another one if it has to be better.</source>
        <translation>{0}。如需更好，请再拍一张。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Unknown parcel</source>
        <translation>无主件</translation>
    </message>
    <message>
        <source>Return was cancelled</source>
        <translation>退货单已取消</translation>
    </message>
    <message>
        <source>Refunded already</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Sent too late</source>
        <translation>超出退货期限</translation>
    </message>
    <message>
        <source>More evidence wanted</source>
        <translation>需要更多证据</translation>
    </message>
    <message>
        <source>Parcel damaged</source>
        <translation>包裹破损</translation>
    </message>
    <message>
        <source>Parcel wet</source>
        <translation>包裹受潮</translation>
    </message>
    <message>
        <source>Parcel opened on the way</source>
        <translation>途中被拆封</translation>
    </message>
    <message>
        <source>Weight differs</source>
        <translation>重量不符</translation>
    </message>
    <message>
        <source>Empty box</source>
        <translation>空包裹</translation>
    </message>
    <message>
        <source>Item missing</source>
        <translation>缺件</translation>
    </message>
    <message>
        <source>Accessory missing</source>
        <translation>缺配件</translation>
    </message>
    <message>
        <source>One item too many</source>
        <translation>多件</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>货物不符</translation>
    </message>
    <message>
        <source>Serial number differs</source>
        <translation>序列号不符</translation>
    </message>
    <message>
        <source>Serial number came before</source>
        <translation>序列号曾退回过</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Recalled goods</source>
        <translation>召回商品</translation>
    </message>
    <message>
        <source>Hazardous goods</source>
        <translation>危险品</translation>
    </message>
    <message>
        <source>Perhaps counterfeit</source>
        <translation>疑似假货</translation>
    </message>
    <message>
        <source>The customer sent another item</source>
        <translation>客户寄错了商品</translation>
    </message>
    <message>
        <source>We had sent the wrong item</source>
        <translation>我方当初错发</translation>
    </message>
    <message>
        <source>We had shipped another serial number</source>
        <translation>我方当初发的是另一个序列号</translation>
    </message>
    <message>
        <source>Perhaps swapped</source>
        <translation>疑似调包</translation>
    </message>
    <message>
        <source>Sold again and returned again</source>
        <translation>再次售出后又退回</translation>
    </message>
    <message>
        <source>Not clear</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Shift ended</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>请人复核</translation>
    </message>
    <message>
        <source>For supervisor</source>
        <translation>请主管看</translation>
    </message>
    <message>
        <source>Part missing</source>
        <translation>缺配件</translation>
    </message>
    <message>
        <source>Other station</source>
        <translation>换工位</translation>
    </message>
    <message>
        <source>Called away</source>
        <translation>被叫走</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>尚未到货</translation>
    </message>
    <message>
        <source>Here, still shut</source>
        <translation>已到，未拆</translation>
    </message>
    <message>
        <source>Here, open</source>
        <translation>已到，已拆</translation>
    </message>
    <message>
        <source>Here, counted</source>
        <translation>已到，已清点</translation>
    </message>
    <message>
        <source>Came before</source>
        <translation>以前来过</translation>
    </message>
    <message>
        <source>Here, put aside</source>
        <translation>已到，搁置</translation>
    </message>
    <message>
        <source>Refused at the door</source>
        <translation>门口拒收</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Intact</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Wet</source>
        <translation>受潮</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已被拆封</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Visibly destroyed</source>
        <translation>明显损毁</translation>
    </message>
    <message>
        <source>Not for us</source>
        <translation>不是本仓的</translation>
    </message>
    <message>
        <source>label waits</source>
        <translation>标签待打印</translation>
    </message>
    <message>
        <source>label is being sent</source>
        <translation>标签发送中</translation>
    </message>
    <message>
        <source>label sent</source>
        <translation>标签已发送</translation>
    </message>
    <message>
        <source>label in hand</source>
        <translation>标签已在手</translation>
    </message>
    <message>
        <source>label not printed</source>
        <translation>标签未打印</translation>
    </message>
    <message>
        <source>label uncertain: look at the printer</source>
        <translation>标签情况不明：请查看打印机</translation>
    </message>
    <message>
        <source>label void</source>
        <translation>标签已作废</translation>
    </message>
    <message>
        <source>label out of date</source>
        <translation>标签已失效</translation>
    </message>
    <message>
        <source>photo of the parcel</source>
        <translation>包裹照片</translation>
    </message>
    <message>
        <source>photo of the item</source>
        <translation>商品照片</translation>
    </message>
    <message>
        <source>photo of each defect</source>
        <translation>每处缺陷的照片</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Opinions differ</source>
        <translation>意见不一</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>责任方</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>head open</source>
        <translation>打印头已打开</translation>
    </message>
    <message>
        <source>no ribbon</source>
        <translation>缺碳带</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>too hot</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>ZPL (Zebra)</source>
        <translation>ZPL（斑马）</translation>
    </message>
    <message>
        <source>TSPL (TSC)</source>
        <translation>TSPL（TSC）</translation>
    </message>
    <message>
        <source>ESC/POS (receipts)</source>
        <translation>ESC/POS（小票机）</translation>
    </message>
    <message>
        <source>PDF (any printer)</source>
        <translation>PDF（任意打印机）</translation>
    </message>
    <message>
        <source>PNG (pictures)</source>
        <translation>PNG（图片）</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>任意尺寸</translation>
    </message>
    <message>
        <source>{0} mm wide</source>
        <translation>宽 {0} mm</translation>
    </message>
    <message>
        <source>the printer&apos;s own</source>
        <translation>打印机自身设置</translation>
    </message>
</context>
</TS>
