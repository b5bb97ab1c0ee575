using Xemelios.Store.Agents;

namespace Xemelios.Benchmarks.Recherche;

/// <summary>One way to search people.</summary>
internal interface IManiere
{
    string Nom { get; }

    /// <summary>What is there whatever the search: not measured.</summary>
    void Preparer(string dossier, IReadOnlyList<DocumentDAgent> lignes);

    /// <summary>What an import of these rows does for the search alone; files go into the folder.</summary>
    void Nourrir(string dossier, IReadOnlyList<DocumentDAgent> lignes);

    /// <summary>Bytes on disk for the search alone.</summary>
    long Octets(string dossier);

    IRechercheDAgents Ouvrir(string dossier);
}
