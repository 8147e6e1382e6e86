import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads process ids, one a line, and answers each with the bytes that this JVM's threads have allocated so far. */
class Allocated {

    public static void main(String[] arguments) throws Exception {
        Map<String, ThreadMXBean> threads = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String pid = lines.readLine(); pid != null; pid = lines.readLine()) {
            if (!threads.containsKey(pid)) {
                threads.put(pid, connected(pid));
            }
            System.out.println(threads.get(pid).getTotalThreadAllocatedBytes());
        }
        System.exit(0);
    }

    private static ThreadMXBean connected(String pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(pid);
        String address = machine.startLocalManagementAgent();
        machine.detach();
        return ManagementFactory.newPlatformMXBeanProxy(
                JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection(),
                ManagementFactory.THREAD_MXBEAN_NAME,
                ThreadMXBean.class);
    }
}
