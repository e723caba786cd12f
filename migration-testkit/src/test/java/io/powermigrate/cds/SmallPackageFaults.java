package io.powermigrate.cds;

import io.powermigrate.powerapps.app.SmallFaults;
import java.util.stream.Collectors;

/** The cells of endless answers to the operations of a Dataverse, in a process with 256 MB of memory. */
final class SmallPackageFaults {

    private SmallPackageFaults() {}

    public static void main(String... arguments) throws InterruptedException {
        SmallFaults.tell(PackageFaultCell.operations().stream()
                .flatMap(PackageFaultCell::of)
                .filter(cell -> cell.trouble().isEndless() && !cell.isLong())
                .collect(Collectors.toMap(PackageFaultCell::toString, cell -> cell::result)));
    }
}
