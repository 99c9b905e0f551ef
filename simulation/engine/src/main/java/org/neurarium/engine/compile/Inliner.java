package org.neurarium.engine.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Copies the bytecode of a class's static methods into generated code, and that of those they call.
///
/// HotSpot stops inlining ordinary methods into one that has become large; a vector that is handed to a method that is not inlined becomes an object. The methods of the
/// Vector API itself are always inlined, so what consists of nothing else stays in registers.
final class Inliner {

  private static final int LOCALS = 20;

  private final String owner;
  private final Map<String, CodeAttribute> methods = new HashMap<>();

  /// @param type the class whose methods are copied, found beside this one's module
  Inliner(String type) {
    owner = type.replace('.', '/');
    // From the module's root: in a module, a path with '..' leads nowhere.
    String file = "/" + owner + ".class";
    ClassModel model;
    try (InputStream bytes = Program.class.getResourceAsStream(file)) {
      if (bytes == null) throw new IllegalStateException(file + " is missing");
      model = ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (MethodModel method : model.methods())
      method
          .findAttribute(java.lang.classfile.Attributes.code())
          .filter(Inliner::canBeCopied)
          .ifPresent(code ->
              methods.put(key(method.methodName().stringValue(), method.methodTypeSymbol()), code));
  }

  private static boolean canBeCopied(CodeAttribute code) {
    return code.maxLocals() <= LOCALS
        && code.elementStream().noneMatch(InvokeDynamicInstruction.class::isInstance);
  }

  private static String key(String name, MethodTypeDesc type) {
    return name + type.descriptorString();
  }

  /// Copies into one method; its calls lie in each other as deep as their local variables have been made room for.
  Copier into(CodeBuilder code) {
    return new Copier(code);
  }

  final class Copier {

    private final CodeBuilder code;
    private final List<Integer> bases = new ArrayList<>();

    private Copier(CodeBuilder code) {
      this.code = code;
    }

    /// Leaves the value of a method in place of its arguments on the stack.
    void call(String name, MethodTypeDesc type) {
      call(name, type, 0);
    }

    private void call(String name, MethodTypeDesc type, int depth) {
      CodeAttribute body = methods.get(key(name, type));
      if (body == null) throw new IllegalArgumentException("no method " + name);
      int base = base(depth);
      storeArguments(type, base);
      Label end = code.newLabel();
      Map<Label, Label> labels = new HashMap<>();
      List<CodeElement> elements = body.elementList();
      elements.forEach(element -> copy(element, base, depth, labels, end));
      code.labelBinding(end);
    }

    private int base(int depth) {
      while (bases.size() <= depth) {
        int first = code.allocateLocal(TypeKind.REFERENCE);
        for (int k = 1; k < LOCALS; k++) code.allocateLocal(TypeKind.REFERENCE);
        bases.add(first);
      }
      return bases.get(depth);
    }

    private void storeArguments(MethodTypeDesc type, int base) {
      int slot = base;
      for (int k = 0; k < type.parameterCount(); k++)
        slot += TypeKind.from(type.parameterType(k)).slotSize();
      for (int k = type.parameterCount() - 1; k >= 0; k--) {
        TypeKind kind = TypeKind.from(type.parameterType(k));
        slot -= kind.slotSize();
        code.storeLocal(kind, slot);
      }
    }

    private void copy(
        CodeElement element, int base, int depth, Map<Label, Label> labels, Label end) {
      switch (element) {
        case LoadInstruction load -> code.loadLocal(load.typeKind(), base + load.slot());
        case StoreInstruction store -> code.storeLocal(store.typeKind(), base + store.slot());
        case IncrementInstruction add -> code.iinc(base + add.slot(), add.constant());
        case ReturnInstruction _ -> code.goto_(end);
        case BranchInstruction branch ->
            code.branch(
                branch.opcode(), labels.computeIfAbsent(branch.target(), _ -> code.newLabel()));
        case LabelTarget target ->
            code.labelBinding(labels.computeIfAbsent(target.label(), _ -> code.newLabel()));
        case InvokeInstruction call when isCopied(call) ->
            call(call.name().stringValue(), call.typeSymbol(), depth + 1);
        case Instruction instruction -> code.with(instruction);
        default -> {
          // line numbers and names of variables
        }
      }
    }

    private boolean isCopied(InvokeInstruction call) {
      return call.opcode() == Opcode.INVOKESTATIC
          && call.owner().asInternalName().equals(owner)
          && methods.containsKey(key(call.name().stringValue(), call.typeSymbol()));
    }
  }
}
