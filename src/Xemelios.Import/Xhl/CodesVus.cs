using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>The rubriques that the lines of one reader use, and whether any of them is an amount to be charged to an account.</summary>
internal sealed class CodesVus
{
    // By rank of model: every line passes here, one that brings nothing new costs one look.
    private Usage[] _usages = new Usage[1_024];
    private readonly List<(Rubrique Rubrique, bool Imputee)> _nouvelles = [];

    private enum Usage : byte
    {
        Jamais,
        Employee,
        Imputee,
    }

    public void Noter(Bulletin bulletin)
    {
        foreach (ref readonly var ligne in bulletin.Lignes.AsSpan())
        {
            var modele = ligne.Modele;
            var usage = ligne.Montant is { Centimes: not 0 } ? Usage.Imputee : Usage.Employee;
            if (modele.Rang >= _usages.Length)
                Array.Resize(ref _usages, Math.Max(modele.Rang + 1, _usages.Length * 2));
            ref var connu = ref _usages[modele.Rang];
            if (connu >= usage)
                continue;
            connu = usage;
            var rubrique = modele.Rubrique;
            if (!string.IsNullOrEmpty(rubrique.Code))
                _nouvelles.Add((rubrique, usage == Usage.Imputee && (rubrique.Categorie.EstBrut() || rubrique.Categorie == CategorieDeLigne.Cotisation)));
        }
    }

    /// <summary>What was not seen before the last call.</summary>
    public void Donner(Action<Rubrique, bool> noter)
    {
        foreach (var (rubrique, imputee) in _nouvelles)
            noter(rubrique, imputee);
        _nouvelles.Clear();
    }
}
