using Microsoft.AspNetCore.Components;
using Xemelios.Web.Components;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Components;

/// <summary>No component of the application's own is left without a test that draws it.</summary>
public sealed class TousLesComposantsTests
{
    [Fact]
    public void ChaqueComposantEstDessineParUnTest()
    {
        var essais = string.Join('\n', Directory.EnumerateFiles(Path.Combine(ServeurDImport.Echantillon(".."), "tests", "Xemelios.Web.Tests"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith("Tests.cs", StringComparison.Ordinal) || f.EndsWith("Tests.razor", StringComparison.Ordinal)).Select(File.ReadAllText));
        var composants = typeof(Pastille).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Xemelios.Web.Components", StringComparison.Ordinal) == true && t is { IsAbstract: false } && typeof(IComponent).IsAssignableFrom(t))
            .Select(t => t.Name.Split('`')[0]).ToList();

        Assert.True(composants.Count > 15);
        Assert.DoesNotContain(composants, c => !essais.Contains($"Render<{c}>", StringComparison.Ordinal) && !essais.Contains($"@<{c} ", StringComparison.Ordinal));
    }
}
