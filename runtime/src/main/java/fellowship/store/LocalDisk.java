package fellowship.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Tells local file systems from those on a network, where SQLite's shared memory and POSIX locks do not hold what they
 * promise.
 */
final class LocalDisk {

    /** As {@code FileStore.type()} names them. */
    private static final Set<String> NETWORK = Set.of(
            "nfs",
            "nfs3",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afs",
            "afpfs",
            "webdav",
            "davfs",
            "ceph",
            "glusterfs",
            "lustre",
            "gpfs",
            "beegfs",
            "ncpfs",
            "9p",
            "coda",
            "ocfs2",
            "gfs2",
            "pvfs2",
            "orangefs",
            "vboxsf",
            "vmhgfs",
            "fuse.vmhgfs-fuse",
            "fuse.sshfs",
            "fuse.curlftpfs",
            "fuse.goofys",
            "fuse.juicefs",
            "fuse.mfs",
            "fuse.mount-s3",
            "fuse.blobfuse",
            "fuse.blobfuse2",
            "fuse.smbnetfs",
            "fuse.nfs",
            "fuse.s3fs",
            "fuse.gcsfuse",
            "fuse.rclone",
            "fuse.glusterfs",
            "fuse.ceph",
            "fuse.davfs");

    /** The environment variable that takes a network file system all the same. */
    private static final String OVERRIDE = "FELLOWSHIP_NETWORK_DISK";

    private static final String ALLOWED = "allow";

    private LocalDisk() {}

    /** Makes the folder where it is missing, and refuses one on a network file system by name. */
    static void require(Path folder) {
        try {
            Files.createDirectories(folder);
            String type = Files.getFileStore(folder).type();
            refuseNetwork(folder, type, ALLOWED.equals(System.getenv(OVERRIDE)));
        } catch (IOException e) {
            throw DiskException.of("cannot use the folder", folder, e);
        }
    }

    static void refuseNetwork(Path folder, String type, boolean allowed) {
        if (!allowed && NETWORK.contains(type.toLowerCase(Locale.ROOT))) {
            throw DiskException.unfit(
                    folder,
                    "is on a network file system (" + type
                            + "), where a journal can be damaged and locks do not hold: use a folder on a local disk;"
                            + " if only this machine uses the folder, " + OVERRIDE + "=" + ALLOWED
                            + " takes it at your own risk");
        }
    }
}
